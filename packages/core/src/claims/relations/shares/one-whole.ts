import { type Bounds, bounds, rational } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { input, percentOf, type Question, type Relation, type Tie, totalOf } from '../relation.ts'

interface Pair {
  readonly part: Claim
  readonly share: Claim
}

/** A share that names no whole of its own: 占51.2%, (51.2%). */
const BARE = /^[,、]?\(?(?:约|大约)?(?:占比?|比[例重]|所占比[例重])?(?:为|达|约|是|的)*$/
/** The longest list of pairs. */
const MOST_PAIRS = 40
/** So many pairs, and such a part of them, show what all of them are of. */
const LEAST = 4
const MOST_PART = 0.7

/**
 * 男性72334人，占51.24%；女性68844人，占48.76%: shares told alike, one after another, are of one whole, whether or not it is told.
 * Where they make up 100 per cent, it is their parts together; else what most of them are of.
 */
export function oneWhole(passages: readonly Passage[], told: readonly Question[]): readonly Question[] {
  const known = new Set(told.flatMap(({ readings }) => readings.filter(isOfTold).map(({ target }) => target)))
  return listsOf(passages).flatMap((pairs) => {
    const tie = tieOfParts(pairs)
    return pairs.flatMap((pair) => {
      // 新进教师158名。新进教师中分到乡村的103名，占65.2%: the words tell what it is of.
      if (known.has(pair.share)) return []
      const relation = tie === undefined ? ofOthers(pair, pairs) : { ...ofAll(pair, pairs), tie }
      return relation === undefined ? [] : [{ readings: [relation] }]
    })
  })
}

const isOfTold = ({ kind, tie }: Relation): boolean => kind === 'share' && (tie === 'probable' || tie === 'stated')

/** Runs of a number with its share, in one paragraph or in paragraphs that follow one another with one pair each. */
function listsOf(passages: readonly Passage[]): readonly (readonly Pair[])[] {
  const lists: Pair[][] = []
  let last: Pair | undefined
  for (const passage of passages) {
    const pairs = pairsIn(passage)
    for (const pair of pairs) {
      const list = lists.at(-1)
      // A number alone in its paragraph but for a share may be one of a list that has an item in each.
      const isAlone = pairs.length === 1 && passage.claims.length === 2
      if (list !== undefined && last !== undefined && goesOn(last, pair, isAlone) && list.length < MOST_PAIRS)
        list.push(pair)
      else lists.push([pair])
      last = pair
    }
    if (pairs.length === 0) last = undefined
  }
  return lists.filter(({ length }) => length >= 2)
}

function pairsIn({ claims }: Passage): readonly Pair[] {
  return claims.flatMap((share, at) => {
    const part = claims[at - 1]
    const isPair = part !== undefined && isAmount(part) && share.role === 'share' && BARE.test(share.before)
    return isPair && part.segment === share.segment ? [{ part, share }] : []
  })
}

const isAmount = ({ role, token }: Claim): boolean =>
  role === 'level' && isExact(token) && token.unit.dimension !== 'percent'

const goesOn = (last: Pair, next: Pair, isAlone: boolean): boolean =>
  isLike(last.part, next.part) &&
  last.share.token.unit.word === next.share.token.unit.word &&
  last.share.id + 1 === next.part.id &&
  (last.part.passage === next.part.passage ? !/其中|另/.test(next.part.before) : isAlone)

/** The shares make up 100 per cent, but for how they are rounded. */
function isAll(pairs: readonly Pair[]): boolean {
  const { low, high } = totalOf(pairs.map(({ share }) => share.range))
  return (
    low !== undefined &&
    high !== undefined &&
    rational.compare(low, rational.HUNDRED) <= 0 &&
    rational.compare(high, rational.HUNDRED) >= 0
  )
}

/** Shares of the parts together, as their sum says, or as all of them but one do, which leaves no other reading of many. */
function tieOfParts(pairs: readonly Pair[]): Tie | undefined {
  const holding = pairs.filter((one) => judgeRelation(ofAll(one, pairs)).outcome === 'holds').length
  if (holding >= pairs.length - 1 && holding >= LEAST - 1) return 'certain'
  if (!isAll(pairs) && holding < pairs.length - 1) return undefined
  return pairs.length > 2 ? 'probable' : 'shaped'
}

const ofAll = ({ part, share }: Pair, pairs: readonly Pair[]): Relation => ({
  kind: 'share',
  tie: 'probable',
  target: share,
  inputs: [part, ...pairs.flatMap((one) => (one.part === part ? [] : [one.part]))],
  compute: (inputs) => percentOf(input(inputs, 0), totalOf(inputs)),
  words: ([part = '', ...others]) => `${part} ÷ (${[part, ...others].join(' + ')})`,
})

/** Of the whole of another pair with which most of the list agree. */
function ofOthers(pair: Pair, pairs: readonly Pair[]): Relation | undefined {
  if (pairs.length < LEAST) return undefined
  const others = pairs.filter(
    (one) => one !== pair && !rational.isZero(one.part.value) && !rational.isZero(one.share.value),
  )
  const known = others
    .toSorted((a, b) => rational.compare(b.share.value, a.share.value))
    .find((one) => {
      const agreeing = others.filter((other) => judgeRelation(sameWhole(other, one)).outcome === 'holds')
      return agreeing.length >= Math.max(LEAST - 1, others.length * MOST_PART)
    })
  return known && sameWhole(pair, known)
}

const sameWhole = ({ part, share }: Pair, known: Pair): Relation => ({
  kind: 'share',
  tie: 'probable',
  target: share,
  inputs: [part, known.part, known.share],
  compute: (inputs: readonly Bounds[]) =>
    bounds.divBounds(bounds.mulBounds(input(inputs, 0), input(inputs, 2)), input(inputs, 1)),
  words: ([part, other, percent]) => `${part} ÷ (${other} ÷ ${percent})`,
})
