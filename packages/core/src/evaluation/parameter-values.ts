import {
  type Bounds,
  type Cause,
  type Content,
  type Environment,
  failed,
  getExact,
  known,
  missing,
  rational,
  type Value,
} from '../formula/index.ts'
import type { Pack, Parameter, ParameterValue } from '../packs/index.ts'
import type { Place } from './grains.ts'
import type { PackPlan } from './plan.ts'
import { parameterType } from './scope-scalars.ts'

/** The entry that applies to a subject, or those between which a missing condition leaves it open. */
export interface AppliedParameter {
  readonly value: Value
  readonly entry: ParameterValue | undefined
}

/** Circumstances by which an entry is in force. */
export interface Occasion {
  readonly date: string
  readonly countyCode: string
}

/** The day by which a year is judged, in a county. */
export const occasionOf = ({ pack }: Pack, year: number, countyCode: string): Occasion => ({
  date: `${year}-${pack.reference_day ?? '12-31'}`,
  countyCode,
})

/** Entries in force for given dimension values, in the pack's order. */
export function entriesInForce(
  parameter: Parameter,
  dimensions: Readonly<Record<string, string>>,
  occasion: Occasion,
): readonly ParameterValue[] {
  return parameter.values.filter(
    (entry) =>
      entry.since <= occasion.date &&
      (entry.until === undefined || occasion.date <= entry.until) &&
      (entry.jurisdiction === undefined || occasion.countyCode.startsWith(entry.jurisdiction)) &&
      Object.entries(entry.for ?? {}).every(([dimension, value]) => dimensions[dimension] === value),
  )
}

/**
 * The last listed entry whose condition holds. Where a condition is undecided the value is 未报 between the candidates,
 * so that a judgement is decided only if it comes out the same under each of them.
 */
export function applyParameter(
  plan: PackPlan,
  parameter: Parameter,
  entries: readonly ParameterValue[],
  place: Place,
  environment: Environment,
): AppliedParameter {
  const open: { entry: ParameterValue; causes: readonly Cause[] }[] = []
  for (const entry of entries.toReversed()) {
    if (entry.when !== undefined) {
      const holds = plan.program(place, entry.when, 'truth').run(environment)
      if (holds.content === false || holds.status === 'not_applicable') continue
      if (holds.content !== true) {
        open.push({ entry, causes: holds.causes })
        continue
      }
    }
    if (open.length === 0) return { value: entryValue(parameter, entry), entry }
    return {
      value: between(
        parameter,
        [...open.map((item) => item.entry), entry],
        open.flatMap((item) => item.causes),
      ),
      entry: undefined,
    }
  }
  const message = `参数“${parameter.title}”在评估日期没有有效的取值`
  return open.length === 0
    ? { value: failed([{ code: 'no_parameter', message }]), entry: undefined }
    : { value: missing(open.flatMap((item) => item.causes)), entry: undefined }
}

function entryValue(parameter: Parameter, entry: ParameterValue): Value {
  return known(entryContent(parameter, entry))
}

function entryContent(parameter: Parameter, entry: ParameterValue): Content {
  if (typeof entry.value === 'boolean') return entry.value
  return parameterType(parameter) === 'number' ? getExact(entry.value) : entry.value
}

function between(parameter: Parameter, entries: readonly ParameterValue[], causes: readonly Cause[]): Value {
  const numbers = entries.flatMap((entry) => {
    const content = entryContent(parameter, entry)
    return content instanceof rational.Rational ? [content] : []
  })
  const first = numbers[0]
  if (first === undefined || numbers.length < entries.length) return missing(causes)
  const bounds: Bounds = { low: numbers.reduce(rational.min, first), high: numbers.reduce(rational.max, first) }
  return missing(causes, bounds)
}
