import { parseUnit, rational, roundText, toJson } from '../formula/index.ts'
import type { Dispersion } from './assessment.ts'
import { cvSquared, type Weighted } from './weighted-moments.ts'

export type { Weighted }

type LevelUp = NonNullable<Dispersion['level_up']>

/** Digits of the floor: fine enough for any resource per pupil. */
const DIGITS = 2

/**
 * The lowest floor (in hundredths) to which all schools below it must be lifted so that the 差异系数 keeps its limit.
 * Found by halving whole hundredths, so the answer itself was computed and holds. Undefined when no floor helps.
 */
export function levelUp(
  members: readonly Weighted[],
  limit: rational.Rational,
  unit: string | undefined,
): LevelUp | undefined {
  if (members.length < 2) return undefined
  const bound = rational.mul(limit, limit)
  const holds = (hundredths: bigint): boolean => {
    const square = cvSquared(lift(members, floorOf(hundredths)))
    return square !== undefined && rational.compare(square, bound) <= 0
  }
  const values = members.map((member) => member.value)
  const [first = rational.ZERO] = values
  let low = BigInt(roundText(rational.mul(values.reduce(rational.min, first), rational.HUNDRED), 0, 'floor'))
  let high = BigInt(roundText(rational.mul(values.reduce(rational.max, first), rational.HUNDRED), 0, 'ceiling'))
  if (holds(low) || !holds(high)) return undefined
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (holds(middle)) high = middle
    else low = middle
  }
  return describe(members, floorOf(high), unit)
}

const floorOf = (hundredths: bigint): rational.Rational => rational.fromPair(hundredths, 10n ** BigInt(DIGITS))

const lift = (members: readonly Weighted[], floor: rational.Rational): readonly Weighted[] =>
  members.map((member) => ({ value: rational.max(member.value, floor), weight: member.weight }))

function describe(members: readonly Weighted[], floor: rational.Rational, unit: string | undefined): LevelUp {
  const below = members.filter((member) => rational.compare(member.value, floor) < 0)
  const resource = resourceOf(unit)
  const needs = below.map((member) =>
    wholeUnits(
      rational.mul(rational.mul(rational.sub(floor, member.value), member.weight), resource.factor),
      resource.whole,
    ),
  )
  const total = toJson(rational.sum(needs))
  const floorText = toJson(floor)
  return {
    floor: floorText,
    schools: below.length,
    total,
    ...(resource.unit === undefined ? {} : { unit: resource.unit }),
    text: `把低于 ${floorText}${unit ?? ''} 的 ${below.length} 个单位都提高到这一水平，差异系数即可达到标准，共需增加 ${total}${resource.unit ?? ''}`,
  }
}

/** People, rooms and devices come whole, at each school. */
function wholeUnits(amount: rational.Rational, whole: boolean): rational.Rational {
  return rational.fromPair(
    BigInt(roundText(whole ? amount : rational.mul(amount, rational.HUNDRED), 0, 'ceiling')),
    whole ? 1n : 100n,
  )
}

/** What is counted above the stroke of a unit such as 人/百名学生, and how much of it one unit times one weight is. */
function resourceOf(unit: string | undefined): {
  readonly unit: string | undefined
  readonly factor: rational.Rational
  readonly whole: boolean
} {
  const [over] = (unit ?? '').replaceAll('／', '/').split('/')
  const [ratio, own] = [parseUnit(unit ?? ''), parseUnit(over ?? '')]
  const factor = ratio === undefined || own === undefined ? undefined : rational.div(ratio.factor, own.factor)
  const name = over === '' || over === undefined ? undefined : over
  return { unit: name, factor: factor ?? rational.ONE, whole: name !== undefined && !/米|㎡|元|亩/.test(name) }
}
