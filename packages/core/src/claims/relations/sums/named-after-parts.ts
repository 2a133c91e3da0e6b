import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

/** How many numbers may stand between the total and the sentence of its parts. */
const FAR = 8

/** 新建、改扩建项目23个…。其中，新建幼儿园4所、改扩建中小学19所: a total that bears the names of its parts, whatever they are counted in. */
export function namedAfterParts({ claims }: Passage): readonly Question[] {
  return claims.flatMap((first, at) => {
    if (!isCount(first)) return []
    return claims
      .slice(Math.max(0, at - FAR), at)
      .filter((total) => isCount(total) && first.sentence - total.sentence <= 1)
      .flatMap((total) => {
        const names = /([\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})*[、和][\u4e00-\u9fff]{2,10})$/.exec(
          total.near,
        )?.[1]
        const list = names?.split(/[、和]/) ?? []
        const parts = claims.slice(at, at + list.length)
        const isList =
          list.length > 1 &&
          parts.length === list.length &&
          parts.every((one, turn) => isPart(one, list[turn] ?? '', first))
        return isList ? [{ readings: [sumOf(total, parts, 'probable')] }] : []
      })
  })
}

/** The last name of a total goes on, and the first may begin before: 实施新建、改扩建项目. */
function isPart(part: Claim, name: string, first: Claim): boolean {
  const words = part.near.replace(/^[、和与及]/, '')
  const isNamed = words.startsWith(name.slice(0, 3)) || words.startsWith(name.slice(-2))
  return isCount(part) && part.segment === first.segment && isNamed
}

const isCount = ({ role, token }: Claim): boolean => role === 'level' && token.unit.counted && isExact(token)
