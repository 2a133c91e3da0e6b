import type { FunctionId } from './functions.ts'
import type { ZeroPolicy } from './ir.ts'
import * as rational from './rational.ts'
import { addSql, compareSql, divSql, extremeSql, logicSql, roundSql } from './sql-operators.ts'
import {
  explicit,
  greatest,
  NEVER,
  NotInSql,
  numberPart,
  part,
  type SqlPart,
  statusSql,
  strictStatus,
} from './sql-text.ts'

const MAX_DAYS = 100_000

/** Shifts of dates are computed by the database only when the number of days stands in the formula. */
function fixedInteger(subject: SqlPart): number {
  const value = subject.constant
  if (!value || !rational.isInteger(value)) throw new NotInSql('加减的天数不是固定的整数')
  const { n } = rational.toPair(value)
  if (n > MAX_DAYS || n < -MAX_DAYS) throw new NotInSql('加减的天数过大')
  return Number(n)
}

const monthDay = (date: string): string => `to_char(${date}, 'MM-DD')`
const yearOf = (date: string): string => `extract(year from ${date})::numeric`

function ageSql(birth: SqlPart, on: SqlPart): SqlPart {
  const years = `(${yearOf(on.value)} - ${yearOf(birth.value)} - CASE WHEN ${monthDay(on.value)} < ${monthDay(birth.value)} THEN 1 ELSE 0 END)`
  const future = `${birth.value} > ${on.value}`
  const status = greatest([statusSql(birth), statusSql(on), `CASE WHEN ${future} THEN 3 ELSE 0 END`])
  return part(`(CASE WHEN ${birth.value} <= ${on.value} THEN ${years} END)`, explicit(status))
}

function schoolYearSql(date: SqlPart): SqlPart {
  const first = `(extract(year from ${date.value})::int - CASE WHEN ${monthDay(date.value)} < '09-01' THEN 1 ELSE 0 END)`
  return part(`(${first}::text || '-' || (${first} + 1)::text)`, date.status)
}

function isReportedSql(subject: SqlPart): SqlPart {
  if (subject.status.mode !== 'explicit') return part(`(${subject.value} IS NOT NULL)`, NEVER)
  const { sql } = subject.status
  return part(
    `(CASE WHEN ${sql} = 0 THEN TRUE WHEN ${sql} = 1 THEN FALSE END)`,
    explicit(`CASE WHEN ${sql} > 1 THEN ${sql} ELSE 0 END`),
  )
}

function dateSql(fn: FunctionId, a: SqlPart, b: SqlPart): SqlPart {
  switch (fn) {
    case 'age':
      return ageSql(a, b)
    case 'school_year':
      return schoolYearSql(a)
    case 'year':
      return part(yearOf(a.value), a.status)
    case 'month':
      return part(`extract(month from ${a.value})::numeric`, a.status)
    case 'days_between':
      return part(`(${b.value} - ${a.value})::numeric`, strictStatus([a, b]))
    case 'add_days':
      return part(`(${a.value} + (${fixedInteger(b)}))`, a.status)
    case 'add_months':
      return part(`(${a.value} + (${fixedInteger(b)}) * interval '1 month')::date`, a.status)
    case 'length':
      return part(`char_length(${a.value})::numeric`, a.status)
    case 'starts_with':
      return part(`starts_with(${a.value}, ${b.value})`, strictStatus([a, b]))
    case 'contains':
      return part(`(position(${b.value} in ${a.value}) > 0)`, strictStatus([a, b]))
    default:
      throw new NotInSql('这个函数')
  }
}

const absoluteSql = (a: SqlPart): SqlPart => part(`abs(${a.value})`, a.status, a.under)

/** A function call inside a row expression. Throws `NotInSql` for what only JavaScript computes. */
export function callSql(fn: FunctionId, args: readonly SqlPart[], zero: ZeroPolicy | undefined): SqlPart {
  const [a, b = a, c = a] = args
  if (!a || !b || !c) throw new NotInSql('参数')
  switch (fn) {
    case 'absolute':
      return absoluteSql(a)
    case 'truncate':
    case 'ceiling':
    case 'floor':
      return roundSql(fn, a, 0)
    case 'round_half_up':
      return roundSql('half_up', a, args.length > 1 ? fixedInteger(b) : 0)
    case 'round_half_even':
      return roundSql('half_even', a, args.length > 1 ? fixedInteger(b) : 0)
    case 'total_of':
      return args.reduce((sofar, next) => addSql(sofar, next, false))
    case 'mean_of':
      return divSql(
        args.reduce((sofar, next) => addSql(sofar, next, false)),
        numberPart(rational.fromInteger(args.length)),
        zero,
      )
    case 'maximum_of':
      return extremeSql('GREATEST', args)
    case 'minimum_of':
      return extremeSql('LEAST', args)
    case 'any_of':
      return logicSql('or', args)
    case 'all_of':
      return logicSql('and', args)
    case 'between':
      return logicSql('and', [compareSql('≥', a, b), compareSql('≤', a, c)])
    case 'close_to':
      return compareSql('≤', absoluteSql(addSql(a, b, true)), c)
    case 'ratio':
      return divSql(a, b, zero)
    case 'growth':
      return divSql(addSql(a, b, true), b, zero)
    case 'is_reported':
      return isReportedSql(a)
    case 'median_of':
    case 'first_known':
    case 'previous_year':
    case 'previous_period':
    case 'add_workdays':
      throw new NotInSql('这个函数')
    default:
      return dateSql(fn, a, b)
  }
}
