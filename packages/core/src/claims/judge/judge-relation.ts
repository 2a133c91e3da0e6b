import { type Bounds, type Rational, rational } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import type { StatedValue } from '../numbers/value-range.ts'
import type { Relation } from '../relations/relation.ts'

/** `close`: equal only because numbers were rounded; `cut`: right if digits were cut off instead of rounded. */
export type Outcome = 'holds' | 'close' | 'cut' | 'fails'

export interface Judged {
  readonly outcome: Outcome
  /** What the target should be, from the numbers as printed. */
  readonly point: Rational | undefined
  /** All that it may be, given how the numbers were rounded. */
  readonly range: Bounds
}

type Stated = (claim: Claim) => StatedValue

const own: Stated = (claim) => claim

const asPrinted = new WeakMap<Relation, Judged>()

/** Judges a relation, with other values for some claims where asked. */
export function judgeRelation(relation: Relation, stated: Stated = own): Judged {
  if (stated !== own) return judge(relation, stated)
  const known = asPrinted.get(relation) ?? judge(relation, own)
  asPrinted.set(relation, known)
  return known
}

function judge(relation: Relation, stated: Stated): Judged {
  const inputs = relation.inputs.map(stated)
  const target = stated(relation.target)
  const range = relation.compute(inputs.map((one) => one.range))
  const point = pointOf(relation.compute(inputs.map(({ value }) => ({ low: value, high: value }))))
  // 97.12% is not told again as 97.13%, though both might be 97.125%.
  const isToldOtherwise =
    relation.kind === 'same' &&
    point !== undefined &&
    [target, ...inputs].every(({ step }) => step !== undefined) &&
    isSameStep([target, ...inputs]) &&
    !rational.equals(point, target.value)
  if (isToldOtherwise) return { outcome: 'fails', point, range }
  if (overlaps(range, target.range)) {
    const tight = relation.compute(inputs.map((one) => one.tight))
    const isUneven =
      isLinear(relation) &&
      point !== undefined &&
      !rational.equals(point, target.value) &&
      (isSameStep([target, ...inputs]) || isCutShort(relation))
    const isClose = isUneven || !overlaps(tight, target.tight)
    return { outcome: isClose ? 'close' : 'holds', point, range }
  }
  return { outcome: isCut(relation, target, range) ? 'cut' : 'fails', point, range }
}

/** Sums and differences, where numbers of one precision are expected to agree to the last digit. */
const isLinear = ({ kind, target }: Relation): boolean =>
  kind === 'sum' || kind === 'points' || (kind === 'growth' && target.role === 'change')

const pointOf = ({ low, high }: Bounds): Rational | undefined =>
  low !== undefined && high !== undefined && rational.equals(low, high) ? low : undefined

export function overlaps(a: Bounds, b: Bounds): boolean {
  const isBelow = (low: Rational | undefined, high: Rational | undefined): boolean =>
    low === undefined || high === undefined || rational.compare(low, high) <= 0
  return isBelow(a.low, b.high) && isBelow(b.low, a.high)
}

/** Rounded numbers of one precision may miss their total by a little; exact ones may not. */
function isSameStep(values: readonly StatedValue[]): boolean {
  const steps = values.flatMap(({ step }) => step ?? [])
  const [first] = steps
  return first !== undefined && steps.every((step) => rational.equals(step, first))
}

/**
 * 12.6万元 + 21万元 + 8.4万元: in accounts a nought at the end is left off, and nothing was rounded, where the total is whole or at
 * least half of the parts are printed as finely as it. 53.0万元 says that noughts are kept.
 */
function isCutShort({ kind, target, inputs }: Relation): boolean {
  const all = [target, ...inputs]
  if (kind !== 'sum' || all.some((one) => !isExactMoney(one))) return false
  const places = Math.max(...all.map(decimalsOf))
  const fine = inputs.filter((one) => decimalsOf(one) === places)
  return decimalsOf(target) < places ? decimalsOf(target) === 0 : fine.length > 1 && fine.length * 2 >= inputs.length
}

const isExactMoney = ({ token }: Claim): boolean =>
  token.unitText === '万元' && token.qualifier === undefined && !/\.\d*0$/.test(token.literal)

const decimalsOf = ({ token }: Claim): number => token.literal.split('.')[1]?.length ?? 0

/** 12.369 printed as 12.36: the digits after were cut off. */
function isCut(relation: Relation, target: StatedValue, range: Bounds): boolean {
  if (target.step === undefined || relation.kind === 'sum' || relation.kind === 'same' || relation.kind === 'order')
    return false
  return overlaps(range, { low: target.value, high: rational.add(target.value, target.step) })
}
