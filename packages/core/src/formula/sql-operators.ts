import type { CompareOperator } from './ast.ts'
import type { ZeroPolicy } from './ir.ts'
import * as rational from './rational.ts'
import {
  type Denominator,
  explicit,
  greatest,
  integer,
  NEVER,
  NotInSql,
  NULLABLE,
  numberPart,
  part,
  type SqlPart,
  statusSql,
  strictStatus,
} from './sql-text.ts'

const isOne = (under: Denominator): boolean => under.fixed === 1n
const times = (a: string, under: Denominator): string => (isOne(under) ? a : `${a} * ${under.sql}`)

function product(a: Denominator, b: Denominator): Denominator {
  if (isOne(a)) return b
  if (isOne(b)) return a
  const fixed = a.fixed !== undefined && b.fixed !== undefined ? a.fixed * b.fixed : undefined
  return fixed === undefined ? { sql: `(${a.sql} * ${b.sql})`, fixed } : { sql: integer(fixed), fixed }
}

export function addSql(a: SqlPart, b: SqlPart, negative: boolean): SqlPart {
  const sign = negative ? '-' : '+'
  const same = a.under.sql === b.under.sql
  const value = same
    ? `(${a.value} ${sign} ${b.value})`
    : `(${times(a.value, b.under)} ${sign} ${times(b.value, a.under)})`
  return part(value, strictStatus([a, b]), same ? a.under : product(a.under, b.under))
}

export const mulSql = (a: SqlPart, b: SqlPart): SqlPart =>
  part(`(${a.value} * ${b.value})`, strictStatus([a, b]), product(a.under, b.under))

export const negateSql = (a: SqlPart): SqlPart => part(`(-${a.value})`, a.status, a.under)

/** Exact quotient as a pair; the denominator stays positive, a zero one makes the value NULL and the status the policy's. */
export function divSql(a: SqlPart, b: SqlPart, zero: ZeroPolicy | undefined): SqlPart {
  const inverse = b.constant && rational.div(rational.ONE, b.constant)
  if (inverse) return mulSql(a, numberPart(inverse))
  const level = zero === 'not_applicable' ? 2 : 3
  const byZero = `CASE WHEN ${b.value} = 0 THEN ${level} ELSE 0 END`
  const value = `(CASE WHEN ${b.value} <> 0 THEN ${times(a.value, b.under)} * sign(${b.value}) END)`
  const under = isOne(a.under) ? `abs(${b.value})` : `(${a.under.sql} * abs(${b.value}))`
  return part(value, explicit(greatest([statusSql(a), statusSql(b), byZero])), { sql: under, fixed: undefined })
}

const SIGNS: Readonly<Record<CompareOperator, string>> = {
  '=': '=',
  '≠': '<>',
  '<': '<',
  '≤': '<=',
  '>': '>',
  '≥': '>=',
}

export function compareSql(operator: CompareOperator, a: SqlPart, b: SqlPart): SqlPart {
  const same = a.under.sql === b.under.sql
  if (a.bare !== undefined && b.bare !== undefined)
    return part(`(${a.bare} ${SIGNS[operator]} ${b.bare})`, strictStatus([a, b]))
  const [left, right] = same ? [a.value, b.value] : [times(a.value, b.under), times(b.value, a.under)]
  return part(`(${left} ${SIGNS[operator]} ${right})`, strictStatus([a, b]))
}

/** SQL's AND and OR are Kleene's; only the status of what stays undecided is worked out here. */
export function logicSql(operator: 'and' | 'or', operands: readonly SqlPart[]): SqlPart {
  const value = `(${operands.map((operand) => operand.value).join(operator === 'and' ? ' AND ' : ' OR ')})`
  if (operands.every(({ status }) => status.mode === 'never')) return part(value, NEVER)
  if (operands.every(({ status }) => status.mode !== 'explicit')) return part(value, NULLABLE)
  return part(value, explicit(`CASE WHEN ${value} IS NOT NULL THEN 0 ELSE ${greatest(operands.map(statusSql))} END`))
}

export const notSql = (a: SqlPart): SqlPart => part(`(NOT ${a.value})`, a.status)

export interface SqlBranch {
  readonly when: SqlPart
  readonly result: SqlPart
}

/** The first branch that holds. Where a condition is 未报, the results still count when they are the same. */
export const caseSql = (branches: readonly SqlBranch[], otherwise: SqlPart): SqlPart =>
  branches.reduceRight((rest, { when, result }) => eitherSql(when, result, rest), otherwise)

function eitherSql(when: SqlPart, a: SqlPart, b: SqlPart): SqlPart {
  const certain = when.status.mode === 'never'
  const differ = a.constant && b.constant && !rational.equals(a.constant, b.constant)
  const unknown = when.status.mode === 'explicit' ? `${when.status.sql} = 1 AND ` : ''
  const same = certain || differ ? undefined : `${unknown}${compareSql('=', a, b).value}`
  const pick = (x: string, y: string, z: string, rest: string): string =>
    certain
      ? `(CASE WHEN ${when.value} THEN ${x} ELSE ${y} END)`
      : `(CASE WHEN ${when.value} THEN ${x} WHEN NOT ${when.value} THEN ${y}${same ? ` WHEN ${same} THEN ${z}` : ''}${rest} END)`
  const value = pick(a.value, b.value, a.value, '')
  const under =
    a.under.sql === b.under.sql
      ? a.under
      : { sql: pick(a.under.sql, b.under.sql, a.under.sql, ' ELSE 1'), fixed: undefined }
  const parts = [when, a, b]
  if (parts.every(({ status }) => status.mode !== 'explicit')) return part(value, strictStatus(parts), under)
  return part(value, explicit(pick(statusSql(a), statusSql(b), '0', ` ELSE ${statusSql(when)}`)), under)
}

/** Rounds value ÷ denominator exactly, in integer division. */
export function roundSql(
  mode: 'half_up' | 'half_even' | 'floor' | 'ceiling' | 'truncate',
  a: SqlPart,
  places: number,
): SqlPart {
  const scale = `1${'0'.repeat(places)}::numeric`
  const back = places === 0 ? '1::numeric' : `0.${'0'.repeat(places - 1)}1::numeric`
  const size = `(abs(${a.value}) * ${scale})`
  const quotient = `div(${size}, ${a.under.sql})`
  const rest = `mod(${size}, ${a.under.sql})`
  const up = {
    half_up: `${rest} * 2 >= ${a.under.sql}`,
    half_even: `(${rest} * 2 > ${a.under.sql} OR (${rest} * 2 = ${a.under.sql} AND mod(${quotient}, 2) = 1))`,
    floor: `(${rest} <> 0 AND ${a.value} < 0)`,
    ceiling: `(${rest} <> 0 AND ${a.value} > 0)`,
    truncate: undefined,
  }[mode]
  const whole = up === undefined ? quotient : `(${quotient} + CASE WHEN ${up} THEN 1 ELSE 0 END)`
  return part(`(sign(${a.value}) * ${whole} * ${back})`, a.status)
}

/** Largest or smallest of several numbers, strict where SQL's own functions skip NULL. */
export function extremeSql(name: 'GREATEST' | 'LEAST', parts: readonly SqlPart[]): SqlPart {
  if (parts.some(({ under }) => !isOne(under))) throw new NotInSql('除法结果的最大最小')
  const values = parts.map(({ value }) => value)
  const complete = values.map((value) => `${value} IS NOT NULL`).join(' AND ')
  return part(`(CASE WHEN ${complete} THEN ${name}(${values.join(', ')}) END)`, strictStatus(parts))
}
