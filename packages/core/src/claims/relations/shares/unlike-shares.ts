import type { Passage } from '../../extract/find-claims.ts'
import { shareOf } from '../made/share-of.ts'
import type { Question } from '../relation.ts'

/** 筛查学生52640名，建立档案631份，占筛查学生的1.2%: a whole that is named, and counted in another unit. */
export function unlikeShares({ claims }: Passage): readonly Question[] {
  return claims.flatMap((share, at) => {
    const name = /占([\u4e00-\u9fff]{3,10}?)(?:总数|总人数|人数)?的$/.exec(share.near)?.[1]
    const part = claims[at - 1]
    if (share.role !== 'share' || name === undefined || part?.segment !== share.segment) return []
    const whole = claims
      .slice(Math.max(0, at - 6), at - 1)
      .findLast(
        (one) => one.role === 'level' && one.near.endsWith(name) && one.token.unit.word !== part.token.unit.word,
      )
    return whole === undefined ? [] : [{ readings: [shareOf(share, part, whole, 'probable')] }]
  })
}
