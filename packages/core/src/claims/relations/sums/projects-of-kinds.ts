import type { Passage } from '../../extract/find-claims.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

const KIND = /(?:新建|扩建|改扩建|改建|迁建|重建|续建)$/

/** 新建23所、扩建17所，40个项目: what is built and what is built on are so many projects. */
export function projectsOfKinds({ claims }: Passage): readonly Question[] {
  return claims.flatMap((total, at) => {
    const [a, b] = [claims[at - 2], claims[at - 1]]
    if (a === undefined || b === undefined || !/^(?:建设)?项目/.test(total.after) || total.near !== '') return []
    const parts = [a, b]
    const isList = parts.every(
      ({ near, role, segment, token }) =>
        KIND.test(near) && role === 'level' && segment === total.segment && token.unit.counted,
    )
    return isList && total.token.unit.counted ? [{ readings: [sumOf(total, parts, 'probable')] }] : []
  })
}
