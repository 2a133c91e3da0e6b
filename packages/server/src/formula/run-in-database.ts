import {
  type AggregatePlan,
  type Cause,
  compile,
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
import type { Queries } from '../platform/db/database.ts'
import { openDatabase } from '../platform/db/open-database.ts'
import { environmentOf, type FormulaData, type Register } from './formula-data.ts'

const TYPES = { number: 'numeric', text: 'text', truth: 'boolean', date: 'date', list: 'text' } as const

function toSql(value: Value | undefined): string | null {
  const content = value?.content
  if (content === undefined) return null
  if (content instanceof Rational) return toDecimal(content) ?? null
  if (typeof content !== 'object') return String(content)
  return 'date' in content ? content.date : null
}

const MAX_NAME_BYTES = 63
const MAX_COLUMNS = 1600

/** A table can hold these columns under their own names: the database cuts longer names off without a word. */
const fitsTable = ({ columns }: RowsetSymbol): boolean =>
  columns.length <= MAX_COLUMNS && columns.every(({ id }) => id !== '' && Buffer.byteLength(id) <= MAX_NAME_BYTES)

async function loadRegister(db: Queries, table: string, symbol: RowsetSymbol, { rows }: Register): Promise<void> {
  const columns = symbol.columns.map((column) => ({ id: column.id, sqlType: TYPES[column.type] }))
  const list = columns.map(({ id, sqlType }) => `${quoteIdentifier(id)} ${sqlType}`).join(', ')
  await db.run(`CREATE TEMP TABLE ${quoteIdentifier(table)} (${list})`)
  if (rows.length === 0) return
  if (columns.length === 0) {
    await db.run(`INSERT INTO ${quoteIdentifier(table)} SELECT FROM generate_series(1, $1::int)`, [rows.length])
    return
  }
  const arrays = columns.map(({ id }) => rows.map((row) => toSql(row.get(id))))
  const unnested = columns.map(({ sqlType }, index) => `$${index + 1}::text[]::${sqlType}[]`).join(', ')
  await db.run(`INSERT INTO ${quoteIdentifier(table)} SELECT * FROM unnest(${unnested})`, arrays)
}

/** One scan. The database knows how many rows are incomplete; who they are is asked of the rows, only when needed. */
async function scan(
  db: Queries,
  table: string,
  plans: readonly AggregatePlan[],
  causesOf: (plan: AggregatePlan) => readonly Cause[],
): Promise<ReadonlyMap<string, Value>> {
  const rows = await db.run(renderScan({ table, plans }))
  const values = plans.map((plan): [string, Value] => {
    const value = readAggregate(plan, rows[0])
    return [plan.key, value.causes.length === 0 ? value : { ...value, causes: causesOf(plan) }]
  })
  return new Map(values)
}

/**
 * Works out the aggregates of a formula in an in-memory database, one scan for each register; what the database
 * cannot do exactly is left out and computed in JavaScript.
 */
export async function aggregateInDatabase(
  expression: Expression,
  data: FormulaData,
): Promise<ReadonlyMap<string, Value>> {
  const environment = environmentOf(data)
  const { registers } = planAggregates([expression], { scalar: (id) => environment.scalar(id) })
  const causesOf = ({ node }: AggregatePlan): readonly Cause[] => compile({ ...expression, node })(environment).causes
  const results = new Map<string, Value>()
  if (registers.size === 0) return results
  const db = await openDatabase({ memory: true })
  try {
    for (const [index, [id, plans]] of [...registers].entries()) {
      const register = data.registers.get(id)
      const symbol = plans[0]?.node.rowset
      if (!register || !symbol || !fitsTable(symbol)) continue
      await loadRegister(db, `register_${index}`, symbol, register)
      for (const [key, value] of await scan(db, `register_${index}`, plans, causesOf)) results.set(key, value)
    }
  } finally {
    await db.close()
  }
  return results
}
