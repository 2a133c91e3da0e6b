import { rational } from '../../../formula/index.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { shareOf } from '../made/share-of.ts'
import type { Question } from '../relation.ts'

const GRADE = /([一二三四五六七八九]年级|高[一二三])(?:新生|学生|毕业生)?中/
const ALL = /招生|新生|学生|毕业生|在校|录取/

/** 七年级招生5532人…。一年级新生中…；七年级新生中随迁子女694人，占12.5%: of all of the grade that its stretch names. */
export function gradeShares({ claims }: Passage): readonly Question[] {
  return claims.flatMap((share, at) => {
    const part = claims[at - 1]
    if (share.role !== 'share' || !/占(?:比)?$/.test(share.near) || part?.segment !== share.segment) return []
    const grade = GRADE.exec(part.near)?.[1]
    if (grade === undefined || part.role !== 'level') return []
    const wholes = claims
      .slice(0, at - 1)
      .filter((one) => one.role === 'level' && one.near.includes(grade) && ALL.test(one.near) && isLike(one, part))
      .filter((one) => one.sentence < part.sentence && rational.compare(one.value, part.value) >= 0)
    const whole = wholes.at(-1)
    return whole === undefined ? [] : [{ readings: [shareOf(share, part, whole, 'probable')] }]
  })
}
