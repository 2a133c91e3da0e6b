import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { shareOfSum } from '../made/share-of-sum.ts'
import type { Question } from '../relation.ts'

/** 其中高于规定学历者占91.72%. */
const KIND = /^,?其中([\u4e00-\u9fff]{4,10}?)(?:者|的|教师|学生)?占比?(?:为|达)?$/
const STAGE = /^,?(?:小学|初中)[^,;]*$/

/**
 * 小学高于规定学历教师972人…；初中712人…。义务教育专任教师合计1836人，其中高于规定学历者占91.72%: what is told of both stages by one name is
 * together the part.
 */
export function bothStages(prose: readonly Passage[]): readonly Question[] {
  return prose.flatMap(({ claims }) =>
    claims.flatMap((share, at) => {
      const whole = claims[at - 1]
      const name = share.role === 'share' ? KIND.exec(share.near)?.[1] : undefined
      if (name === undefined || whole?.role !== 'level' || whole.segment !== share.segment) return []
      const pairs = prose.flatMap((passage) => pairsIn(passage, name, whole))
      const [pair] = pairs
      return pair === undefined || pairs.length > 1
        ? []
        : [{ readings: [shareOfSum(share, pair, [whole], 'probable')] }]
    }),
  )
}

/** A number of primary schools that bears the name, and the next like it, of lower secondary schools. */
function pairsIn({ claims }: Passage, name: string, whole: Claim): readonly (readonly Claim[])[] {
  const levels = claims.filter((one) => one.role === 'level' && one.id < whole.id && isLike(one, whole))
  return levels.flatMap((first, at) => {
    const next = levels[at + 1]
    const isPair =
      next !== undefined &&
      first.near.includes(name) &&
      /小学/.test(first.near) &&
      STAGE.test(next.near) &&
      /初中/.test(next.near)
    return isPair ? [[first, next]] : []
  })
}
