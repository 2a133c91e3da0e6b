import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { differenceOf } from '../made/difference-of.ts'
import type { Question } from '../relation.ts'

const MORE = /^,?([生人师校班]均)(?:面积|经费)?(?:增加|提高|增长|减少|降低)(?:了|约)?$/

/** 改造前生均3.45㎡；建成后生均4.99㎡，生均增加1.54㎡: between the two averages of its name, told before. */
export function moreToEach({ claims }: Passage): readonly Question[] {
  return claims.flatMap((change, at) => {
    const name = change.role === 'change' || change.role === 'each' ? MORE.exec(change.near)?.[1] : undefined
    if (name === undefined) return []
    const told = claims
      .slice(0, at)
      .filter(
        ({ role, near, token }) => role === 'each' && near.includes(name) && isSameUnit(token.unit, change.token.unit),
      )
    const [base, now] = told.slice(-2)
    if (
      base === undefined ||
      now === undefined ||
      now.segment !== change.segment ||
      change.sentence - base.sentence > 1
    )
      return []
    const [large, small] = /减|降/.test(change.near) ? [base, now] : [now, base]
    return [{ readings: [differenceOf(change, large, small, 'probable')] }]
  })
}
