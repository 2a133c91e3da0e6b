import { bounds, rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { isLike } from '../../extract/likeness.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { differenceOf } from '../made/difference-of.ts'
import { growthByChange, growthOf } from '../made/growth-rate.ts'
import { sumOf } from '../made/sum-of.ts'
import { input, percentOf, type Relation } from '../relation.ts'

/** What a number would be if it followed from two others; `relation` is made only where that is near what is printed. */
export interface Fit {
  readonly value: number
  /** How far rounding of the two may move it. */
  readonly slack: number
  readonly relation: () => Relation
}

/** A claim with its value and the width of its range as floats, for a first look. */
export interface Rough {
  readonly claim: Claim
  readonly value: number
  readonly width: number
}

const COUNTED: ReadonlySet<string> = new Set(['person', 'visit', 'class', 'place', 'device', 'thing', 'time'])

/** All that a number may be of two others: their sum, difference, product, quotient, share or growth, by what it is. */
export function fitsOf(own: Rough, a: Rough, b: Rough): readonly Fit[] {
  if (!isBeside(own.claim, a.claim) && !isBeside(own.claim, b.claim) && !isBeside(a.claim, b.claim)) return []
  switch (own.claim.role) {
    case 'share':
      return [...movedRates(own.claim, a, b), ...movedRates(own.claim, b, a)]
    case 'rate':
      return [...ratesOf(own.claim, a, b), ...movedRates(own.claim, a, b), ...movedRates(own.claim, b, a)]
    case 'points':
      return pointsOf(own.claim, a, b)
    case 'each':
      return [...quotients(own.claim, a, b), ...quotients(own.claim, b, a)]
    default:
      return [
        ...sumsOf(own, a, b),
        ...products(own.claim, a, b),
        ...products(own.claim, b, a),
        ...factors(own.claim, a, b),
        ...factors(own.claim, b, a),
      ]
  }
}

/** Things are added by one name only, and averages, lines and rates not at all. */
const isSummed = (own: Claim, one: Claim): boolean =>
  isLike(own, one) &&
  own.token.unit.word === one.token.unit.word &&
  AMOUNTS.has(one.role) &&
  !isPercentUnit(one) &&
  one.token.per === undefined

const AMOUNTS: ReadonlySet<Claim['role']> = new Set(['level', 'plan', 'base', 'change'])

const MOST_TIMES = 50

/** What others come to together. */
const IS_WHOLE = /共|合计|总|加起来|之和|两[者项类段校地]|全部|累计/

/** What is left over, or by how much one is more than another. */
const IS_REST = /结余|结存|剩|其余|余下|缺口|缺额|缺编|空编|差额|相差|尚[有缺差欠]|还[有差缺]|富余|超出|多出/

function sumsOf({ claim: own, value: whole }: Rough, a: Rough, b: Rough): readonly Fit[] {
  if (!isSummed(own, a.claim) || !isSummed(own, b.claim)) return []
  const [large, small] = a.value >= b.value ? [a, b] : [b, a]
  // So little beside so much is lost in a digit of it.
  if (small.value < whole / MOST_TIMES || small.value === 0) return []
  const slack = a.width + b.width
  const less = {
    value: large.value - small.value,
    slack,
    relation: () => sumOf(large.claim, [own, small.claim], 'sought'),
  }
  if (own.role === 'change' || IS_REST.test(own.near))
    return own.role === 'change' && [a, b].some(({ claim }) => claim.role === 'change') ? [] : [less]
  if (!IS_WHOLE.test(own.near)) return []
  return [{ value: a.value + b.value, slack, relation: () => sumOf(own, [a.claim, b.claim], 'sought') }]
}

/** So many, so much for each: 200人 × 500元 = 10万元. */
function products(own: Claim, count: Rough, price: Rough): readonly Fit[] {
  const isPriced =
    own.token.unit.dimension === 'money' &&
    price.claim.token.unit.dimension === 'money' &&
    rational.compare(price.claim.value, own.value) < 0 &&
    COUNTED.has(count.claim.token.unit.dimension)
  if (!isPriced) return []
  const relation = (): Relation => ({
    kind: 'each',
    tie: 'sought',
    target: own,
    inputs: [count.claim, price.claim],
    compute: (inputs) => bounds.mulBounds(input(inputs, 0), input(inputs, 1)),
    words: ([a, b]) => `${a} × ${b}`,
  })
  const slack = count.width * price.value + price.width * count.value
  return [{ value: count.value * price.value, slack, relation }]
}

/** How many there are, or how much each gets, of what all get together. */
function factors(own: Claim, all: Rough, other: Rough): readonly Fit[] {
  const isCount = COUNTED.has(own.token.unit.dimension)
  const isPrice = own.token.unitText === '元' || own.role === 'line'
  const isOf =
    all.claim.token.unit.dimension === 'money' &&
    other.value > 0 &&
    all.value > other.value &&
    (isCount
      ? other.claim.token.unit.dimension === 'money' && other.claim.token.unitText !== all.claim.token.unitText
      : isPrice && COUNTED.has(other.claim.token.unit.dimension))
  if (!isOf) return []
  const value = all.value / other.value
  const relation = (): Relation => ({
    kind: 'each',
    tie: 'sought',
    target: all.claim,
    inputs: isCount ? [own, other.claim] : [other.claim, own],
    compute: (inputs) => bounds.mulBounds(input(inputs, 0), input(inputs, 1)),
    words: ([a, b]) => `${a} × ${b}`,
  })
  return [{ value, slack: value * (all.width / all.value + other.width / other.value), relation }]
}

/** Fewer than these make no average worth telling. */
const LEAST_UNDER = 3

/** A number of something counted, or an amount, told by itself. */
const isWhole = ({ role, token }: Claim): boolean =>
  (role === 'level' || role === 'plan' || role === 'base') &&
  token.unit.dimension !== 'ratio' &&
  !/率/.test(token.unitText)

/** Whose average it is, by what its words say: 生均 is of people, 班额 of classes, 校均 of schools. */
function isDividedBy({ near, before }: Claim, under: Claim): boolean {
  const { dimension } = under.token.unit
  if (!COUNTED.has(dimension) || under.token.literal.includes('.')) return false
  const words = near === '' ? before : near
  if (/班额|每班|班均/.test(words)) return dimension === 'class'
  if (/[校园所]均|每[校园所]/.test(words)) return dimension === 'place'
  if (/[生人师]均|每百?[名人生位]|每[学幼]生/.test(words)) return dimension === 'person' || dimension === 'visit'
  return true
}

/** So much to each of so many. */
function quotients(own: Claim, over: Rough, under: Rough): readonly Fit[] {
  const isHundred = /每百/.test(own.near)
  const isOf =
    isSameUnit(over.claim.token.unit, own.token.unit) &&
    own.token.unit.dimension !== 'ratio' &&
    isWhole(over.claim) &&
    isWhole(under.claim) &&
    isDividedBy(own, under.claim) &&
    under.value > LEAST_UNDER &&
    (over.claim.token.unit.dimension !== under.claim.token.unit.dimension || over.claim.kind !== under.claim.kind)
  if (!isOf) return []
  const relation = (): Relation => ({
    kind: 'each',
    tie: 'sought',
    target: own,
    inputs: [over.claim, under.claim],
    compute: (inputs) =>
      isHundred ? percentOf(input(inputs, 0), input(inputs, 1)) : bounds.divBounds(input(inputs, 0), input(inputs, 1)),
    words: ([a, b]) => `${a} ÷ ${b}`,
  })
  const value = (over.value / under.value) * (isHundred ? 100 : 1)
  return [{ value, slack: value * (over.width / over.value + under.width / under.value), relation }]
}

function ratesOf(own: Claim, a: Rough, b: Rough): readonly Fit[] {
  const [large, small] = a.value >= b.value ? [a, b] : [b, a]
  if (small.value === 0 || !isSummed(a.claim, b.claim) || !isSummed(b.claim, a.claim)) return []
  const isChange = (one: Rough) => one.claim.role === 'change'
  if (isChange(large)) return []
  const [now, base] = own.sign > 0 ? [large, small] : [small, large]
  const by = isChange(small) ? large.value - own.sign * small.value : base.value
  if (by <= 0) return []
  const value = isChange(small) ? (100 * small.value) / by : (100 * Math.abs(now.value - base.value)) / by
  const slack = (100 * (large.width + small.width)) / by
  const relation = () =>
    isChange(small)
      ? growthByChange(own, large.claim, small.claim, 'sought')
      : growthOf(own, now.claim, base.claim, 'sought')
  return [{ value, slack, relation }]
}

const isPercentUnit = ({ token }: Claim): boolean => token.unit.dimension === 'percent'

/** Rates that points are between, or what a share is of: one of them stands right beside. */
const isBeside = (own: Claim, one: Claim): boolean =>
  one.passage === own.passage && Math.abs(one.sentence - own.sentence) <= 1 && Math.abs(one.id - own.id) <= BESIDE

const BESIDE = 2

const isPercent = ({ claim }: Rough): boolean => isPercentUnit(claim) && claim.role !== 'points'

/** A rate that is so many points above or below another. */
function movedRates(own: Claim, rate: Rough, by: Rough): readonly Fit[] {
  if (!isPercent(rate) || by.claim.role !== 'points' || !isBeside(own, by.claim)) return []
  const slack = rate.width + by.width
  const above = (large: Claim, small: Claim) => () => differenceOf(by.claim, large, small, 'sought')
  return [
    { value: rate.value + by.value, slack, relation: above(own, rate.claim) },
    { value: rate.value - by.value, slack, relation: above(rate.claim, own) },
  ]
}

function pointsOf(own: Claim, a: Rough, b: Rough): readonly Fit[] {
  const [large, small] = a.value >= b.value ? [a, b] : [b, a]
  if (!isPercent(a) || !isPercent(b) || !isBeside(own, a.claim) || !isBeside(own, b.claim)) return []
  // What it was the year before is told nowhere else.
  if (/上年|同比|去年|前年|上学年|上期/.test(own.near)) return []
  const relation = () => differenceOf(own, large.claim, small.claim, 'sought')
  return [{ value: large.value - small.value, slack: a.width + b.width, relation }]
}
