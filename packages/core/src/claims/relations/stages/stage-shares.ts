import type { Claim } from '../../extract/claim.ts'
import { type Counted, countedBy } from '../../extract/counts.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { WHOLE } from '../../extract/scope-words.ts'
import type { StageTotals } from '../../extract/stage-totals.ts'
import { shareOfSum } from '../made/share-of-sum.ts'
import type { Question, Tie } from '../relation.ts'

/** 占义务教育阶段学生总数的: the whole by its name. */
const NAMED = new RegExp(
  `占(?:了|到|${WHOLE})?([\\u4e00-\\u9fff]{2,14}?)(?:总数|总人数|总班数|人数|总量)?的?(?:比例|比重)?(?:为|达)?$`,
)
/** 小学专任教师中本科学历的有: the whole before 中. */
const AMONG = /^[^,;。]*?([\u4e00-\u9fff]{2,12})(?:当)?中,?[^,;。]*$/
const DIMENSIONS: Readonly<Record<Counted, string>> = {
  school: 'place',
  class: 'class',
  pupil: 'person',
  teacher: 'person',
  staff: 'person',
}

/**
 * 留守儿童412名，占中小学生总数的19.6%; 小学专任教师中本科学历的19854人，本科率82.32%: of all that the report counts of a stage, in
 * prose or in a table, before or after, and of both stages of compulsory education together where it tells each.
 */
export function stageShares(prose: readonly Passage[], totals: StageTotals): readonly Question[] {
  return prose.flatMap(({ claims }) =>
    claims.flatMap((share, at) => {
      const part = claims[at - 1]
      if (share.role !== 'share' || part?.role !== 'level' || part.segment !== share.segment) return []
      const named = wholeNamed(share, part)
      if (named === undefined || !isOf(part, named.counted)) return []
      const wholes = totals.totalsOf(named.counted, named.stage).filter((whole) => !whole.includes(part))
      const tie: Tie = wholes.length === 1 ? 'probable' : 'likely'
      return wholes.length === 0 ? [] : [{ readings: wholes.map((whole) => shareOfSum(share, [part], whole, tie)) }]
    }),
  )
}

function wholeNamed(share: Claim, part: Claim): ReturnType<typeof countedBy> {
  const name = NAMED.exec(share.near)?.[1]
  if (name !== undefined) return countedBy(/班$/.test(name) || !/总班数/.test(share.near) ? name : `${name}教学班`)
  if (!/率$|占(?:比)?(?:为|达)?$/.test(share.near)) return undefined
  return countedBy(AMONG.exec(part.near)?.[1] ?? '')
}

const isOf = ({ token }: Claim, counted: Counted): boolean =>
  token.unit.dimension === DIMENSIONS[counted] || (counted === 'class' && token.unit.word === '个')
