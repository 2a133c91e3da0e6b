import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Tie } from '../relation.ts'
import { OF_PLAN, PLANNED } from './plan-shares.ts'
import { namesAnother, namesWhole } from './share-names.ts'
import {
  DONE,
  DUE,
  isCloser,
  isElsewhere,
  isMoreThanAll,
  isOfOthers,
  isOtherRate,
  isRateOf,
  namesPart,
  WHOLES,
} from './share-words.ts'

/** Where a share, a part and a whole that it may be of stand to each other. */
export interface Standing {
  readonly share: Claim
  readonly part: Claim
  readonly whole: Claim
  /** How many levels stand between the part and the share. */
  readonly rank: number
  /** How many levels of the sentence could be the whole. */
  readonly inSentence: number
  /** How many levels of the stretch could be the whole. */
  readonly inStretch: number
  /** The total of the list that the part is an item of. */
  readonly anchor: Claim | undefined
  /** The share names this whole, or one before it in the same words did. */
  readonly isGiven: boolean
  /** How many levels stand between the whole and the part. */
  readonly between: number
}

/** One way in which words tell, or deny, what a share is of. The first of a table that applies decides. */
interface Rule {
  readonly name: string
  readonly holds: (standing: Standing) => boolean
  readonly tie: Tie
}

const rule = (name: string, tie: Tie, holds: Rule['holds']): Rule => ({ name, tie, holds })

const isDirect = ({ share, part, rank }: Standing): boolean => namesPart(share, part) ?? rank === 0
const isSentenceBack = ({ share, whole }: Standing): boolean => whole.sentence < share.sentence - 1
const isSaidWhole = ({ share, whole, anchor, isGiven }: Standing): boolean =>
  whole === anchor || isGiven || namesWhole(share, whole)

const isDue = ({ share, part, whole }: Standing): boolean =>
  (DONE.test(part.near) && DUE.test(whole.near)) || isRateOf(share, part, whole)

/** Both stand in the stretch of the share, and nothing else there is like them. */
const isAlone = ({ share, part, whole, inStretch }: Standing): boolean =>
  inStretch === 1 &&
  whole.id < share.id &&
  [part, whole].every(({ segment }) => segment === share.segment) &&
  rational.compare(part.value, whole.value) <= 0

/** 两年新进教师约占现有5240名专任教师的: no single year is meant. */
export const SEVERAL_YEARS = /^(?:上述|这|近)?[两三四五](?:年|个学年)(?!前)/

/** 占, 比重, 比例: a part of a whole. */
const PROPORTIONS: readonly Rule[] = [
  rule('a rate of those who went on', 'probable', ({ share, part, whole }) => {
    return /升[学高]/.test(share.near) && isRateOf(share, part, whole)
  }),
  rule('of several years together', 'possible', ({ share, part }) => {
    return SEVERAL_YEARS.test(share.near) && !SEVERAL_YEARS.test(part.near)
  }),
  rule('more than all of a whole named by it', 'probable', (one) => {
    return one.isGiven && one.rank === 0 && isDirect(one) && isMoreThanAll(one.share, one.part, one.whole)
  }),
  rule('more than all', 'possible', ({ share, part, whole }) => isMoreThanAll(share, part, whole)),
  rule('called after the part, right after the whole', 'probable', ({ share, part, whole, between }) => {
    return (
      between === 0 && whole.sentence === share.sentence && /[^占]比例/.test(share.near) && isRateOf(share, part, whole)
    )
  }),
  rule('the words name another part', 'possible', (standing) => !isDirect(standing)),
  rule('of people, where the number is none', 'possible', ({ share, part }) => isOfOthers(share, part)),
  rule('of the world, of an expenditure, that stands elsewhere', 'possible', ({ share, whole }) =>
    isElsewhere(share, whole),
  ),
  rule('of a plan, where the whole is none', 'possible', ({ share, whole }) => {
    return OF_PLAN.test(share.near) && !PLANNED.test(whole.near)
  }),
  rule('next to each other in its stretch', 'probable', ({ share, part, whole, between }) => {
    return isCloser(share, part, whole, between)
  }),
  rule('the whole is named, but far', 'probable', (one) => isSaidWhole(one) && isSentenceBack(one)),
  rule('the whole is named', 'stated', isSaidWhole),
  rule('nothing else in its stretch', 'probable', isAlone),
  rule('the whole stands in another sentence', 'possible', ({ share, whole }) => whole.sentence !== share.sentence),
  rule('the words name another whole', 'possible', ({ share, whole }) => namesAnother(share, whole)),
  rule('a part by name, of a total', 'probable', ({ share, part, whole }) => {
    return namesPart(share, part) === true && /合计|共|总/.test(whole.near)
  }),
]

/** 入学率, 支付进度, 为计划的: a rate, called after what was done or after those who did it. */
const RATES: readonly Rule[] = [
  rule('of a whole named by it', 'probable', (one) => one.isGiven && /的$/.test(one.share.near) && isDirect(one)),
  rule('of a whole named by it, the part not', 'likely', ({ isGiven, share }) => isGiven && /的$/.test(share.near)),
  rule('no rate', 'possible', ({ share }) => !/率|进度|满意度|为(?:计划|目标|任务)的|完成了?$/.test(share.near)),
  rule('done of what was due in the sentence before', 'likely', (one) => {
    return one.whole.sentence === one.share.sentence - 1 && isDue(one)
  }),
  rule('the whole stands in another sentence', 'possible', ({ share, whole }) => whole.sentence !== share.sentence),
  rule('a whole told after', 'probable', (one) => {
    return one.whole.id > one.share.id && WHOLES.test(one.whole.near) && (isDirect(one) || one.rank === 0)
  }),
  rule('any number told after', 'likely', ({ share, whole }) => whole.id > share.id),
  rule('punished of those examined', 'probable', ({ share, part, whole }) => {
    return /处罚率/.test(share.near) && /取缔|罚|立案|吊销|关停/.test(part.near) && /查/.test(whole.near)
  }),
  rule('called after something else', 'possible', ({ share, part }) => isOtherRate(share, part)),
  rule('done of what was due', 'probable', ({ part, whole }) => DONE.test(part.near) && DUE.test(whole.near)),
  rule('called after the part', 'probable', ({ share, part, whole }) => isRateOf(share, part, whole)),
  rule('more than all', 'possible', ({ share, part, whole }) => isMoreThanAll(share, part, whole)),
  rule('nothing else in its stretch', 'probable', (one) => isAlone(one) && (isDirect(one) || one.rank === 0)),
  rule('the only two of its stretch', 'shaped', isAlone),
  rule('nothing else in its sentence', 'likely', (one) => one.inSentence === 1 && (isDirect(one) || one.rank === 0)),
]

/** How surely the words say that a share is of these two. */
export function shareTie(standing: Standing): Tie {
  const isProportion = /占|比重|比例/.test(standing.share.before)
  const decided = (isProportion ? PROPORTIONS : RATES).find(({ holds }) => holds(standing))
  return decided?.tie ?? (isProportion || isDirect(standing) ? 'likely' : 'possible')
}
