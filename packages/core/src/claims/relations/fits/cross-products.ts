import { bounds, rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { correctionsOf } from '../../judge/one-digit.ts'
import { input, type Question, type Relation, totalOf } from '../relation.ts'

/** How many numbers around an amount are looked at. */
const REACH = 12
const LONGEST = 4
/** How many ways to pair the lists are tried. */
const MOST = 24
/** Fewest digits of an amount that say anything. */
const LEAST_DIGITS = 3

/**
 * 每年小学1000元、初中1250元，小学生368人，初中生244人，应发673000元: two lists of as many items, so many of each and so much for
 * each, and what they come to together. Only an amount that nothing else confirms is asked.
 */
export function crossProducts(passages: readonly Passage[], proved: ReadonlySet<Claim>): readonly Question[] {
  return passages.flatMap(({ claims }) =>
    claims.flatMap((amount, at) => {
      if (!isAmount(amount) || proved.has(amount)) return []
      const around = claims.slice(Math.max(0, at - REACH), at + REACH).filter((one) => one !== amount && isPlain(one))
      const readings = pairings(around, amount)
        .slice(0, MOST)
        .map(([counts, prices]) => productOf(amount, counts, prices))
      if (readings.some((one) => judgeRelation(one).outcome === 'holds')) return [{ readings }]
      const near = readings.filter((one) => correctionsOf(one).some(({ claim }) => !proved.has(claim)))
      return near.length === 0 ? [] : [{ readings: near.slice(0, 1) }]
    }),
  )
}

const isPlain = ({ token }: Claim): boolean => isExact(token) && token.times === undefined

const isAmount = (claim: Claim): boolean =>
  claim.role !== 'each' &&
  claim.token.unit.dimension === 'money' &&
  isPlain(claim) &&
  claim.token.literal.replace('.', '').replace(/0+$/, '').length >= LEAST_DIGITS

const isPrice = ({ token }: Claim, amount: Claim): boolean =>
  token.unit.dimension === 'money' &&
  token.unitText.startsWith('元') &&
  rational.compare(rational.mul(token.scale, HUNDRED), amount.value) < 0

const HUNDRED = rational.HUNDRED

const isCount = ({ token, role }: Claim): boolean =>
  role === 'level' && (token.unit.dimension === 'person' || token.unit.dimension === 'visit')

/** Runs of counts with runs of prices of the same length. */
function pairings(around: readonly Claim[], amount: Claim): readonly (readonly [readonly Claim[], readonly Claim[]])[] {
  const counts = around.filter(isCount)
  const prices = around.filter((one) => isPrice(one, amount) && rational.compare(one.value, amount.value) < 0)
  const found: (readonly [readonly Claim[], readonly Claim[]])[] = []
  for (let length = 2; length <= LONGEST; length += 1)
    for (const some of runsOf(counts, length)) for (const each of runsOf(prices, length)) found.push([some, each])
  return found
}

const runsOf = (claims: readonly Claim[], length: number): readonly (readonly Claim[])[] =>
  claims.flatMap((first, at) => {
    const run = claims.slice(at, at + length)
    return run.length === length && run.every((one) => isLike(one, first)) ? [run] : []
  })

/** So many times so much, item by item, together. */
const productOf = (amount: Claim, counts: readonly Claim[], prices: readonly Claim[]): Relation => ({
  kind: 'each',
  tie: 'sought',
  target: amount,
  inputs: [...counts, ...prices],
  compute: (inputs) =>
    totalOf(counts.map((_, at) => bounds.mulBounds(input(inputs, at), input(inputs, counts.length + at)))),
  words: (shown) => counts.map((_, at) => `${shown[at]} × ${shown[counts.length + at]}`).join(' + '),
})
