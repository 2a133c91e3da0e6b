import {
  type AggregatePlan,
  type Expression,
  planAggregates,
  quoteIdentifier,
  Rational,
  type RowsetSymbol,
  readAggregate,
  renderScan,
  toDecimal,
  type Value,
} from '@eduduty/core/formula'
import { PGlite } from '@electric-sql/pglite'
import { environmentOf, type FormulaData, type Register } from './formula-data.ts'

const TYPES = { number: 'numeric', text: 'text', truth: 'boolean', date: 'date', list: 'text' } as const

function toSql(value: Value | undefined): string | null {
  const content = value?.content
  if (content === undefined) return null
  if (content instanceof Rational) return toDecimal(content) ?? null
  if (typeof content !== 'object') return String(content)
  return 'date' in content ? content.date : null
}

async function loadRegister(db: PGlite, table: string, symbol: RowsetSymbol, { rows }: Register): Promise<void> {
  const columns = symbol.columns.map((column) => ({ id: column.id, sqlType: TYPES[column.type] }))
  const list = columns.map(({ id, sqlType }) => `${quoteIdentifier(id)} ${sqlType}`).join(', ')
  await db.exec(`CREATE TEMP TABLE ${quoteIdentifier(table)} (${list})`)
  if (rows.length === 0) return
  if (columns.length === 0) {
    await db.query(`INSERT INTO ${quoteIdentifier(table)} SELECT FROM generate_series(1, $1::int)`, [rows.length])
    return
  }
  const arrays = columns.map(({ id }) => rows.map((row) => toSql(row.get(id))))
  const unnested = columns.map(({ sqlType }, index) => `$${index + 1}::text[]::${sqlType}[]`).join(', ')
  await db.query(`INSERT INTO ${quoteIdentifier(table)} SELECT * FROM unnest(${unnested})`, arrays)
}

async function scan(
  db: PGlite,
  table: string,
  plans: readonly AggregatePlan[],
  results: Map<string, Value>,
): Promise<void> {
  const { rows } = await db.query<Record<string, unknown>>(renderScan({ table, plans }))
  for (const plan of plans) results.set(plan.key, readAggregate(plan, rows[0]))
}

/**
 * Works out the aggregates of a formula in an in-memory database, one scan for each register; what the database
 * cannot do exactly is left out and computed in JavaScript.
 */
export async function aggregateInDatabase(
  expression: Expression,
  data: FormulaData,
): Promise<ReadonlyMap<string, Value>> {
  const { registers } = planAggregates([expression], { scalar: (id) => environmentOf(data).scalar(id) })
  const results = new Map<string, Value>()
  if (registers.size === 0) return results
  const db = new PGlite()
  try {
    for (const [index, [id, plans]] of [...registers].entries()) {
      const register = data.registers.get(id)
      const symbol = plans[0]?.node.rowset
      if (!register || !symbol) continue
      await loadRegister(db, `register_${index}`, symbol, register)
      await scan(db, `register_${index}`, plans, results)
    }
  } finally {
    await db.close()
  }
  return results
}
