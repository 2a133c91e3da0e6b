import type { Role } from './aggregate-result.ts'
import { type AggregateNode, aggregatesOf, type Expression, type Node, partsOfNode } from './ir.ts'
import { hasLimits, type RowSqlOptions, rowSql } from './sql-row.ts'
import { NotInSql, part, quoteIdentifier, type SqlPart, statusIs, strictStatus } from './sql-text.ts'

export interface Fragment {
  readonly alias: string
  readonly sql: string
}

export interface AggregatePlan {
  readonly key: string
  readonly node: AggregateNode
  /** Denominator that all values share; sums and extremes come back undivided. */
  readonly under: bigint
  readonly parts: ReadonlyMap<Role, Fragment>
}

export interface UnsupportedAggregate {
  readonly key: string
  readonly node: AggregateNode
  readonly reason: string
}

export interface ScanPlans {
  /** Plans by register id; each register is one scan. */
  readonly registers: ReadonlyMap<string, readonly AggregatePlan[]>
  /** What JavaScript has to compute from rows. */
  readonly unsupported: readonly UnsupportedAggregate[]
}

const conditions = (list: readonly (string | undefined)[]): string =>
  list.filter((text) => text !== undefined).join(' AND ')
const filtered = (call: string, condition: string): string =>
  condition === '' ? call : `${call} FILTER (WHERE ${condition})`

/** Plain columns are summed as they are, so that the database's own fast path for integers is taken. */
const bare = (subject: SqlPart, node: AggregateNode): string =>
  node.value?.kind === 'column' && !node.value.applicable ? quoteIdentifier(node.value.column.id) : subject.value

/** Columns of a part whose cells decide whether it is NULL. */
function columnsOf(node: Node | undefined): readonly string[] {
  if (node === undefined) return []
  if (node.kind === 'column') return [quoteIdentifier(node.column.id)]
  return [...new Set(partsOfNode(node).flatMap(columnsOf))]
}

/** A cheap test put before a dear one: where no cell is empty, what is only NULL through empty cells need not be worked out. */
function guarded(
  test: string | undefined,
  subject: SqlPart | undefined,
  nodes: readonly (Node | undefined)[],
): string | undefined {
  const columns = nodes.flatMap(columnsOf)
  if (test === undefined || subject?.status.mode !== 'nullable' || subject.bare !== undefined || columns.length === 0)
    return test
  return `(${columns.map((name) => `${name} IS NULL`).join(' OR ')}) AND ${test}`
}

/** Rows in which `level` is the status that decides: of the filter, or of the values where the filter holds. */
function rowsWith(
  level: 1 | 2 | 3,
  node: AggregateNode,
  filter: SqlPart | undefined,
  values: SqlPart | undefined,
): { unsure?: string; inner?: string } {
  const unsure = guarded(filter && statusIs(filter, level), filter, [node.filter])
  const inside = guarded(values && statusIs(values, level), values, [node.value, node.weight])
  return {
    ...(unsure !== undefined && { unsure }),
    ...(inside !== undefined && { inner: conditions([inside, filter?.value]) }),
  }
}

function fixedUnder(subject: SqlPart): bigint {
  if (subject.under.fixed === undefined) throw new NotInSql('分母逐行不同的除法求和')
  return subject.under.fixed
}

function counters(node: AggregateNode, filter: SqlPart | undefined, values: SqlPart | undefined): Map<Role, string> {
  const parts = new Map<Role, string>([['rows', 'count(*)']])
  const lacking = rowsWith(1, node, filter, values)
  if (lacking.unsure) parts.set('unsure', filtered('count(*)', lacking.unsure))
  if (lacking.inner) parts.set('hollow', filtered('count(*)', lacking.inner))
  for (const [role, level] of [
    ['not_applicable', 2],
    ['errors', 3],
  ] as const) {
    const { unsure, inner } = rowsWith(level, node, filter, values)
    const either = [unsure, inner].filter((text) => text !== undefined)
    if (either.length > 0) parts.set(role, filtered('count(*)', either.map((text) => `(${text})`).join(' OR ')))
  }
  return parts
}

function numberParts(
  node: AggregateNode,
  filter: SqlPart | undefined,
  value: SqlPart,
  weight: SqlPart | undefined,
): [Role, string][] {
  const where = filter?.value ?? ''
  const complete = value.status.mode === 'never' ? undefined : `${value.value} IS NOT NULL`
  const counted: [Role, string] = ['counted', filtered('count(*)', conditions([filter?.value, complete]))]
  const raw = bare(value, node)
  switch (node.fn) {
    case 'sum':
      return [['total', filtered(`sum(${raw})`, where)]]
    case 'mean':
      return [counted, ['total', filtered(`sum(${raw})`, where)]]
    case 'maximum':
      return [['extreme', filtered(`max(${raw})`, where)]]
    case 'minimum':
      return [['extreme', filtered(`min(${raw})`, where)]]
    case 'median':
      return [
        ['lower', filtered(`percentile_disc(0.5) WITHIN GROUP (ORDER BY ${value.value})`, where)],
        ['upper', filtered(`percentile_disc(0.5) WITHIN GROUP (ORDER BY ${value.value} DESC)`, where)],
      ]
    case 'weighted_mean':
    case 'variation': {
      if (!weight) throw new NotInSql('权')
      fixedUnder(weight)
      const both = conditions([
        filter?.value,
        complete,
        weight.status.mode === 'never' ? undefined : `${weight.value} IS NOT NULL`,
      ])
      const list: [Role, string][] = [
        ['counted', filtered('count(*)', both)],
        ['weight', filtered(`sum(${weight.value})`, both)],
        ['first', filtered(`sum(${value.value} * ${weight.value})`, both)],
      ]
      return node.fn === 'variation'
        ? [...list, ['second', filtered(`sum(${value.value} * ${value.value} * ${weight.value})`, both)]]
        : list
    }
    default:
      throw new NotInSql(node.fn)
  }
}

function resultParts(
  node: AggregateNode,
  filter: SqlPart | undefined,
  value: SqlPart | undefined,
  weight: SqlPart | undefined,
): [Role, string][] {
  if (node.fn === 'count') return [['counted', filtered('count(*)', filter?.value ?? '')]]
  if (!value) throw new NotInSql('没有取值')
  const yes: [Role, string] = ['yes', filtered('count(*)', conditions([filter?.value, value.value]))]
  const no: [Role, string] = ['no', filtered('count(*)', conditions([filter?.value, `NOT ${value.value}`]))]
  switch (node.fn) {
    case 'any':
    case 'exists':
      return [yes]
    case 'all':
      return [no]
    case 'share':
      return [yes, no]
    default:
      fixedUnder(value)
      return numberParts(node, filter, value, weight)
  }
}

function planOne(node: AggregateNode, options: RowSqlOptions, alias: (sql: string) => Fragment): AggregatePlan {
  if (node.rowset.source !== 'register') throw new NotInSql('不是台账')
  if (node.shifts.length > 0) throw new NotInSql('其他时期')
  if (node.fn === 'sum' && node.value && node.value.kind !== 'column' && hasLimits(node.value))
    throw new NotInSql('有上下限的栏目参与运算')
  const filter = node.filter && rowSql(node.filter, options)
  const value = node.value && rowSql(node.value, options)
  const weight = node.weight && rowSql(node.weight, options)
  const combined = value && weight ? part(`(${value.value} + ${weight.value})`, strictStatus([value, weight])) : value
  const parts = new Map<Role, Fragment>()
  for (const [role, sql] of [...counters(node, filter, combined), ...resultParts(node, filter, value, weight)])
    parts.set(role, alias(sql))
  return { key: node.key, node, under: value?.under.fixed ?? 1n, parts }
}

/**
 * Plans all aggregates of some formulas so that each register is scanned once. Fragments that two aggregates share
 * are computed once; plans of different calls must not be mixed in one scan.
 */
export function planAggregates(expressions: readonly Expression[], options: RowSqlOptions = {}): ScanPlans {
  const registers = new Map<string, AggregatePlan[]>()
  const unsupported: UnsupportedAggregate[] = []
  const aliases = new Map<string, Fragment>()
  const alias = (sql: string): Fragment => {
    const found = aliases.get(sql) ?? { alias: `f${aliases.size}`, sql }
    aliases.set(sql, found)
    return found
  }
  const seen = new Set<string>()
  for (const node of expressions.flatMap((expression) => aggregatesOf(expression.node))) {
    if (seen.has(node.key)) continue
    seen.add(node.key)
    try {
      const plan = planOne(node, options, alias)
      registers.set(node.rowset.id, [...(registers.get(node.rowset.id) ?? []), plan])
    } catch (refusal) {
      if (!(refusal instanceof NotInSql)) throw refusal
      unsupported.push({ key: node.key, node, reason: refusal.reason })
    }
  }
  return { registers, unsupported }
}

export interface Scan {
  /** Name of the table, or schema and name. Quoted here. */
  readonly table: string | readonly string[]
  /** Columns that tell the groups apart; quoted here and returned under their own names. */
  readonly groupBy?: readonly string[]
  /** Condition written by the program itself, with $1 parameters; never text from a person. */
  readonly where?: string
  readonly plans: readonly AggregatePlan[]
}

/** One SELECT that computes every planned aggregate of one register in one pass. PostgreSQL 15. */
export function renderScan({ table, groupBy = [], where, plans }: Scan): string {
  const fragments = new Map(plans.flatMap((plan) => [...plan.parts.values()]).map(({ alias, sql }) => [alias, sql]))
  const groups = groupBy.map(quoteIdentifier)
  const columns = [...groups, ...[...fragments].map(([alias, sql]) => `${sql} AS ${alias}`)]
  const from = (typeof table === 'string' ? [table] : table).map(quoteIdentifier).join('.')
  const lines = [`SELECT ${columns.join(',\n  ')}`, `FROM ${from}`]
  if (where !== undefined) lines.push(`WHERE ${where}`)
  if (groups.length > 0) lines.push(`GROUP BY ${groups.join(', ')}`)
  return lines.join('\n')
}
