import {
  aggregatesOf,
  check,
  compile,
  type Environment,
  type Expression,
  fromDecimal,
  known,
  missing,
  planAggregates,
  Rational,
  type RowsetSymbol,
  readAggregate,
  renderScan,
  type Scope,
  toJson,
  type Value,
} from '@eduduty/core/formula'
import { type Dice, dice, formulaText } from './random-formula.ts'

const DEGREES = {
  title: '学历',
  ordered: true,
  entries: ['8中专', '9专科', '30本科', '4研究生'].map((text) => ({
    code: text.replace(/\D/g, ''),
    title: text.replace(/\d/g, ''),
  })),
}

const REGISTER: RowsetSymbol = {
  kind: 'rowset',
  id: 'fuzz',
  title: '册',
  source: 'register',
  single: false,
  columns: [
    { id: 'a', title: '甲', type: 'number', unit: '?' },
    { id: 'b', title: '乙', type: 'number', unit: '?' },
    { id: 'c', title: '丙', type: 'number', unit: '?' },
    { id: 'limited', title: '限', type: 'number', unit: '?', min: '0', max: '60' },
    { id: 'applied', title: '适', type: 'number', unit: '?', applicable: '是 或 丙 > 1' },
    { id: 'label', title: '文', type: 'text' },
    { id: 'degree', title: '历', type: 'text', codes: DEGREES },
    { id: 'flag', title: '是', type: 'truth' },
    { id: 'day', title: '日', type: 'date' },
  ],
}
const scope: Scope = {
  findScalar: () => undefined,
  findRowset: (name) => (name === 'fuzz' || name === '册' ? REGISTER : undefined),
  names: () => ['册'],
}

/** The embedded database, or a client of a PostgreSQL server. */
export interface FuzzDatabase {
  exec(sql: string): Promise<unknown>
  query(sql: string, parameters?: unknown[]): Promise<{ readonly rows: readonly Record<string, unknown>[] }>
}

type Cell = string | boolean | null
type FuzzRow = Readonly<Record<string, Cell>>

function randomRow(d: Dice, emptiness: number): FuzzRow {
  const maybe = (make: () => Cell): Cell => (d.next() < emptiness ? null : make())
  const decimal = (): string => (d.next() < 0.5 ? String(d.below(12) - 3) : (d.next() * 20 - 5).toFixed(1 + d.below(3)))
  return {
    a: maybe(decimal),
    b: maybe(() => (d.next() < 0.1 ? `${d.below(9)}00000000000000000${d.below(9)}.${d.below(99)}` : decimal())),
    c: maybe(() => String(d.below(4))),
    limited: maybe(() => String(d.below(61))),
    applied: maybe(decimal),
    label: maybe(() => d.pick(['小学', '初中', "a'b", '小学部'])),
    degree: maybe(() => d.pick(['8', '9', '30', '4'])),
    flag: maybe(() => d.next() < 0.5),
    day: maybe(() => `20${String(10 + d.below(17))}-0${1 + d.below(9)}-${10 + d.below(18)}`),
  }
}

function toValue(column: string, cell: Cell | undefined): Value {
  if (cell === null || cell === undefined) return missing([{ code: 'missing_cell', message: column }])
  if (typeof cell === 'boolean' || column === 'label' || column === 'degree') return known(cell)
  return known(column === 'day' ? { date: cell } : (fromDecimal(cell) ?? cell))
}

const environmentOf = (rows: readonly FuzzRow[]): Environment => ({
  scalar: () => missing([]),
  rows: () => ({ absent: [], rows: rows.map((row) => ({ get: (column: string) => toValue(column, row[column]) })) }),
})

const exactText = (number: Rational | undefined): string | undefined => number && toJson(number)

/** Everything of a value that a person could notice, as text. */
export function fingerprint({ status, content, square, coverage, bounds }: Value): string {
  const plain = content instanceof Rational ? toJson(content) : content
  const limits = bounds && [exactText(bounds.low), exactText(bounds.high)]
  return JSON.stringify([
    status,
    plain,
    exactText(square),
    coverage && [coverage.expected, coverage.reported, coverage.notApplicable],
    limits,
  ])
}

export interface Difference {
  readonly formula: string
  readonly rows: readonly FuzzRow[]
  readonly js: string
  readonly sql: string
}

export interface Outcome {
  cases: number
  formulas: number
  /** Aggregates that the database left to JavaScript. */
  unsupported: number
  aggregates: number
  readonly differences: Difference[]
}

async function loadTable(db: FuzzDatabase, groups: readonly (readonly FuzzRow[])[]): Promise<void> {
  await db.exec(
    `DROP TABLE IF EXISTS fuzz; CREATE TEMP TABLE fuzz (g int, a numeric, b numeric, c int, limited int, applied numeric, label text, degree text, flag boolean, day date)`,
  )
  const flat = groups.flatMap((rows, g) => rows.map((row) => ({ g: String(g), ...row })))
  await db.query(`INSERT INTO fuzz SELECT * FROM json_populate_recordset(null::fuzz, $1::json)`, [JSON.stringify(flat)])
}

/** Mistakes that a random formula may well hold; any other means that the generator and the checker disagree. */
const REFUSALS: ReadonlySet<string> = new Set(['constant_zero_division', 'unit_mismatch', 'unit_scale_ambiguous'])

function randomExpressions(
  d: Dice,
  count: number,
): readonly { readonly text: string; readonly expression: Expression }[] {
  const list: { text: string; expression: Expression }[] = []
  while (list.length < count) {
    const text = formulaText(d)
    const zeroDenominator = d.next() < 0.5 ? 'not_applicable' : 'error'
    const { expression, problems } = check(text, scope, { zeroDenominator })
    if (expression) list.push({ text, expression })
    else if (problems.some(({ code }) => !REFUSALS.has(code))) throw new Error(`${text}: ${problems[0]?.message}`)
  }
  return list
}

/** One table, one scan: every formula over every group in both back ends. */
async function round(
  db: FuzzDatabase,
  seed: number,
  formulas: number,
  groupCount: number,
  outcome: Outcome,
): Promise<void> {
  const d = dice(seed)
  const groups = Array.from({ length: groupCount }, () => {
    const emptiness = d.pick([0, 0, 0.1, 0.4])
    return Array.from({ length: d.below(7) }, () => randomRow(d, emptiness))
  })
  await loadTable(db, groups)
  const cases = randomExpressions(d, formulas)
  const { registers, unsupported } = planAggregates(cases.map(({ expression }) => expression))
  const plans = registers.get('fuzz') ?? []
  outcome.unsupported += unsupported.length
  outcome.aggregates += unsupported.length + plans.length
  const result = await db.query(renderScan({ table: 'fuzz', groupBy: ['g'], plans }))
  const byGroup = new Map(result.rows.map((row) => [Number(row.g), row]))
  const runs = cases.map(({ text, expression }) => ({ text, expression, run: compile(expression) }))
  for (const [g, rows] of groups.entries()) {
    const js = environmentOf(rows)
    const ready = new Map(plans.map((plan) => [plan.key, readAggregate(plan, byGroup.get(g))]))
    const sql: Environment = { ...js, aggregate: (key) => ready.get(key) }
    for (const { text, expression, run } of runs) {
      outcome.cases++
      const parts = aggregatesOf(expression.node).map((node) => compile({ ...expression, node }))
      const [left, right] = [js, sql].map((env) =>
        [run(env), ...parts.map((part) => part(env))].map(fingerprint).join(' '),
      )
      if (left !== right && left !== undefined && right !== undefined)
        outcome.differences.push({ formula: text, rows, js: left, sql: right })
    }
  }
  outcome.formulas += cases.length
}

/** Runs rounds until `cases` comparisons are made. */
export async function runDifferential(
  db: FuzzDatabase,
  options: {
    readonly cases: number
    readonly seed: number
    readonly formulas: number
    readonly groups: number
    readonly onRound?: (outcome: Outcome) => void
  },
): Promise<Outcome> {
  const outcome: Outcome = { cases: 0, formulas: 0, unsupported: 0, aggregates: 0, differences: [] }
  for (let seed = options.seed; outcome.cases < options.cases; seed++) {
    await round(db, seed, options.formulas, options.groups, outcome)
    options.onRound?.(outcome)
  }
  return outcome
}
