import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { shareOf } from '../made/share-of.ts'
import type { Question } from '../relation.ts'

export const OF_PLAN =
  /占[^,;。、占]{0,8}(?:规划|计划|目标|任务|预算|设计)(?:[^,;。、占]{0,8}(?:投资|面积|资金|金额))?[总]?[量数额]?的?$/
/** 完成计划的36%: only of what is called a plan itself. */
const DONE_OF_PLAN = /(?:完成|达到?|为)[^,;。、]{0,4}(?:规划|计划|目标|任务)[总]?[量数额]?的$/
export const PLANNED = /规划|计划|拟|目标|任务|预算|设计/
/** How many paragraphs back a plan may have been told. */
const FAR = 2

/** 规划学校133所。…已开工95所，占规划量的71.43%: the plan was told before, perhaps in a paragraph of its own. */
export function planShares(passages: readonly Passage[]): readonly Question[] {
  return passages.flatMap((passage, order) => {
    const told = passages.slice(Math.max(0, order - FAR), order + 1)
    return passage.claims.flatMap((share, at) => {
      const isDone = DONE_OF_PLAN.test(share.near)
      if (share.role !== 'share' || !(isDone || OF_PLAN.test(share.near))) return []
      const before = passage.claims.slice(0, at)
      const part = before.findLast(
        (one) => one.segment === share.segment && one.token.unit.dimension !== 'percent' && one.role !== 'plan',
      )
      if (part === undefined) return []
      const plans = told
        .flatMap((one) => one.claims.filter((claim) => claim.id < part.id && isPlan(one, claim, part)))
        .filter(({ near }) => !isDone || (PLANNED.test(near) && !/完成/.test(near)))
        .toReversed()
      const readings = plans
        .slice(0, 4)
        .map((plan, rank) => shareOf(share, part, plan, rank === 0 ? 'probable' : 'likely'))
      return readings.length === 0 ? [] : [{ readings }]
    })
  })
}

/** The word for a plan holds for the rest of its sentence. */
function isPlan({ text, sentences }: Passage, { token, sentence }: Claim, part: Claim): boolean {
  if (!isSameUnit(token.unit, part.token.unit) || token.unit.dimension === 'plain') return false
  return PLANNED.test(text.slice(sentences[sentence]?.start ?? 0, token.start))
}
