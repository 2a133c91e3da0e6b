import { rational } from '../../formula/index.ts'
import type { Relation, Tie } from '../relations/relation.ts'
import { windowOf } from './chance.ts'
import { type Judged, overlaps } from './judge-relation.ts'

/** How much more one way of saying counts than another. */
export const RANK: Readonly<Record<Tie, number>> = {
  certain: 5,
  stated: 4,
  probable: 3,
  shaped: 2,
  likely: 1,
  sought: 1,
  possible: 0,
}

/** A relation that holds says something only if few numbers would have done. */
const TELLING = 0.03
const PROVING = 0.002

/** A reading of a place of the text, and what it comes to. */
export interface Told {
  readonly relation: Relation
  readonly judged: Judged
}

/** The rank up to which other readings of a place are answered by those that hold. */
export function maskedBy(kept: readonly Told[], judged: readonly Told[]): number {
  // What any number would keep, 56人以上, answers nothing.
  const answering = kept.filter((one) => Number.isFinite(windowOf(one.relation, one.judged.range)))
  const best = Math.max(-1, ...answering.map(({ relation }) => RANK[relation.tie] + 1))
  // Of many pairs that a share may be of, one holds by chance more easily than of few.
  const window = Math.min(
    1,
    ...kept
      .map((one) => ({ ...one, window: windowOf(one.relation, one.judged.range) }))
      .filter((one) => isTelling(one.relation, one.window))
      .map((one) => one.window * pairsLike(one.relation, judged)),
  )
  // A list that the text states is not made good by some of its numbers that happen to add up.
  return Math.max(best, window <= PROVING ? RANK.stated : window <= TELLING ? RANK.probable : -1)
}

/** Some of a list, or a total told again less finely, answers nothing that the words ask of the list or of the total itself. */
export const isLesser = (one: Relation, said: Relation): boolean =>
  isShorterList(one, said) || isCutShort(one, said) || isCoarser(one, said)

/** 收入50352.0万元(约5.04亿元)，其中拨款42386.5万元，占84.2%: of the number itself, and not of what it was rounded to. */
function isCoarser(one: Relation, said: Relation): boolean {
  const [[part, coarse], [own, fine]] = [one.inputs, said.inputs]
  if (one.kind !== 'share' || said.kind !== 'share' || part !== own || coarse === undefined || fine === undefined)
    return false
  if (RANK[one.tie] >= RANK[said.tie] || coarse.step === undefined) return false
  const isFiner = fine.step === undefined || rational.compare(fine.step, coarse.step) < 0
  return isFiner && overlaps(coarse.range, fine.range)
}

/** 38所，包括甲11所，乙27所，丙10所: that some of the list happen to make up the total does not say that the list is right. */
export const isShorterList = (one: Relation, list: Relation): boolean =>
  one.kind === 'sum' &&
  list.kind === 'sum' &&
  one.target === list.target &&
  RANK[one.tie] < RANK[list.tie] &&
  INTRODUCED.test(list.inputs[0]?.before ?? '') &&
  one.inputs.every((input) => list.inputs.includes(input))

/** 完工35个，在建7个，未开工3个 after 已开工42个 is no such list. */
const INTRODUCED = /包括|其中|分别|依次|构成|:/

/** 查出58条，改完39条，限期改完17条，剩余2条: some of a list that the text tells to its rest answer nothing for the whole of it. */
const isCutShort = (some: Relation, list: Relation): boolean =>
  list.kind === 'sum' &&
  some.kind === 'sum' &&
  RANK[some.tie] < RANK[list.tie] &&
  REST.test(list.inputs.at(-1)?.near ?? '') &&
  list.inputs.slice(0, -1).every((one) => some.inputs.includes(one)) &&
  some.inputs.length === list.inputs.length - 1

/** What is left of a count, and not what is left over of an amount. */
const REST = /^(?:剩余|其余|余下|还有|尚有)/

/** 食摊12处，网吧8处，路段5处，计25处，已治理23处，余下2处: the text tells both lists of one total as surely. */
export const isTwoLists = ({ relation: list }: Told, kept: readonly Told[]): boolean =>
  list.kind === 'sum' &&
  list.tie === 'stated' &&
  kept.some(
    ({ relation: other }) =>
      other.kind === 'sum' &&
      RANK[other.tie] >= RANK.probable &&
      list.inputs.every((one) => !other.inputs.includes(one)),
  )

/** How many other pairs a share might be of as well. */
const pairsLike = ({ kind, tie }: Relation, judged: readonly Told[]): number =>
  kind === 'share' ? judged.filter(({ relation }) => RANK[relation.tie] <= RANK[tie]).length : 1

export function isTelling({ tie, kind }: Relation, window: number): boolean {
  if (kind === 'order' || kind === 'part') return false
  return tie === 'possible'
    ? window <= TELLING / 3
    : tie === 'likely' || tie === 'shaped' || tie === 'sought'
      ? window <= 0.2
      : true
}
