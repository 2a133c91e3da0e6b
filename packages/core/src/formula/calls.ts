import { ageOn, schoolYearOf } from '../calendar/index.ts'
import { medianOf } from './aggregate.ts'
import { addValues, divValues, mapNumbers, settle, subValues } from './arithmetic.ts'
import { addMonths, fromDayNumber, toDayNumber } from './dates.ts'
import type { Environment } from './environment.ts'
import type { FunctionId } from './functions.ts'
import type { ZeroPolicy } from './ir.ts'
import { compareValues, kleene } from './logic.ts'
import { absorb, failed, isDate, missing, truth, uniteCauses } from './make-value.ts'
import { makeCause } from './problem.ts'
import * as rational from './rational.ts'
import { Rational } from './rational.ts'
import { type RoundingMode, round, toDecimal } from './rational-text.ts'
import type { Content, Value } from './value.ts'

const outOfRange = (name: string): Value => failed([makeCause('out_of_range', { name })])

const toInteger = (value: Value | undefined): number | undefined =>
  value?.content instanceof Rational && rational.isInteger(value.content) ? Number(toDecimal(value.content)) : undefined

function roundTo(mode: RoundingMode, args: readonly Value[]): Value {
  const places = toInteger(args[1]) ?? 0
  return mapNumbers(args.slice(0, 1), ([x]) => round(x ?? rational.ZERO, places, mode))
}

/** Arguments as dates, then a function of them; an argument without content decides the result instead. */
function withDates(
  args: readonly Value[],
  apply: (dates: readonly string[]) => Content | undefined,
  name: string,
): Value {
  if (args.some((arg) => arg.content === undefined)) return absorb(args)
  const content = apply(args.flatMap((arg) => (isDate(arg.content) ? [arg.content.date] : [])))
  return content === undefined ? outOfRange(name) : settle(content, args)
}

function withTexts(args: readonly Value[], apply: (a: string, b: string) => Content): Value {
  const texts = args.flatMap((arg) => (typeof arg.content === 'string' ? [arg.content.normalize('NFC')] : []))
  return texts.length === args.length ? settle(apply(texts[0] ?? '', texts[1] ?? ''), args) : absorb(args)
}

const asDate = (date: string | undefined): Content | undefined => (date === undefined ? undefined : { date })
const whole = (n: number): Rational => rational.fromInteger(n)

const MAX_SHIFT = 4_000_000

function shiftDate(
  args: readonly Value[],
  name: string,
  shift: (date: string, by: number) => string | undefined,
): Value {
  const by = toInteger(args[1])
  const tooFar = args[1]?.content !== undefined && (by === undefined || Math.abs(by) > MAX_SHIFT)
  return withDates(
    args,
    ([date]) => (tooFar || date === undefined || by === undefined ? undefined : asDate(shift(date, by))),
    name,
  )
}

function addWorkdays(args: readonly Value[], env: Environment): Value {
  const [start, count] = args
  const days = toInteger(count)
  if (args.some((arg) => arg.content === undefined)) return absorb(args)
  if (!isDate(start?.content) || days === undefined || Math.abs(days) > MAX_SHIFT) return outOfRange('工作日加')
  const year = start.content.date.slice(0, 4)
  const result = env.addWorkdays?.(start.content.date, days) ?? { missingYear: Number(year) }
  if ('missingYear' in result) return failed([makeCause('no_calendar', { year: result.missingYear })])
  return settle({ date: result.date }, args)
}

/** First argument that has content. What was passed over stays visible, with the written reason. */
function firstKnown(args: readonly Value[]): Value {
  const reason = args.at(-1)?.content
  const options = args.slice(0, -1)
  const passed: Value[] = []
  for (const option of options) {
    if (option.status === 'error') return option
    if (option.content === undefined) {
      passed.push(option)
      continue
    }
    if (passed.length === 0) return option
    const why = makeCause('default_used', { name: '前一项', reason: String(reason) })
    return { ...option, causes: uniteCauses([option.causes, [why]]) }
  }
  return missing(uniteCauses([[makeCause('all_missing', {})], ...passed.map((value) => value.causes)]))
}

function isReported(value: Value | undefined): Value {
  if (value === undefined || value.status === 'missing') return truth(false)
  return value.content === undefined ? absorb([value]) : truth(true)
}

function absolute(args: readonly Value[]): Value {
  return mapNumbers(args, ([x]) => rational.abs(x ?? rational.ZERO))
}

/** Functions of dates and text. */
function callOther(fn: FunctionId, args: readonly Value[], env: Environment): Value {
  switch (fn) {
    case 'age':
      return withDates(
        args,
        ([birth, on]) => (birth && on && birth <= on ? whole(ageOn(birth, on)) : undefined),
        '年龄',
      )
    case 'school_year':
      return withDates(args, ([date]) => (date ? `${schoolYearOf(date)}-${schoolYearOf(date) + 1}` : undefined), '学年')
    case 'year':
      return withDates(args, ([date]) => date && whole(Number(date.slice(0, 4))), '年份')
    case 'month':
      return withDates(args, ([date]) => date && whole(Number(date.slice(5, 7))), '月份')
    case 'days_between':
      return withDates(args, ([a, b]) => (a && b ? whole(toDayNumber(b) - toDayNumber(a)) : undefined), '相隔天数')
    case 'add_days':
      return shiftDate(args, '日期加', (date, by) => fromDayNumber(toDayNumber(date) + by))
    case 'add_months':
      return shiftDate(args, '月份加', addMonths)
    case 'add_workdays':
      return addWorkdays(args, env)
    case 'length':
      return withTexts(args, (text) => whole([...text].length))
    case 'starts_with':
      return withTexts(args, (text, part) => text.startsWith(part))
    case 'contains':
      return withTexts(args, (text, part) => text.includes(part))
    default:
      return failed([])
  }
}

/** A function over values that were already worked out. */
export function callFunction(
  fn: FunctionId,
  args: readonly Value[],
  zero: ZeroPolicy | undefined,
  env: Environment,
): Value {
  const [a = failed([]), b = failed([]), c = failed([])] = args
  switch (fn) {
    case 'absolute':
      return absolute(args)
    case 'truncate':
      return roundTo('truncate', [a])
    case 'ceiling':
      return roundTo('ceiling', [a])
    case 'floor':
      return roundTo('floor', [a])
    case 'round_half_up':
      return roundTo('half_up', args)
    case 'round_half_even':
      return roundTo('half_even', args)
    case 'total_of':
      return args.reduce(addValues)
    case 'mean_of':
      return mapNumbers(args, (numbers) =>
        rational.mul(rational.sum(numbers), rational.fromPair(1n, BigInt(numbers.length))),
      )
    case 'maximum_of':
      return mapNumbers(args, (numbers) => numbers.reduce(rational.max))
    case 'minimum_of':
      return mapNumbers(args, (numbers) => numbers.reduce(rational.min))
    case 'median_of':
      return mapNumbers(args, (numbers) => medianOf(numbers) ?? rational.ZERO)
    case 'any_of':
      return kleene(true, args)
    case 'all_of':
      return kleene(false, args)
    case 'between':
      return kleene(false, [compareValues('≥', a, b), compareValues('≤', a, c)])
    case 'close_to':
      return compareValues('≤', absolute([subValues(a, b)]), c)
    case 'ratio':
      return divValues(a, b, zero)
    case 'growth':
      return divValues(subValues(a, b), b, zero)
    case 'first_known':
      return firstKnown(args)
    case 'previous_year':
    case 'previous_period':
      return a
    case 'is_reported':
      return isReported(args[0])
    default:
      return callOther(fn, args, env)
  }
}
