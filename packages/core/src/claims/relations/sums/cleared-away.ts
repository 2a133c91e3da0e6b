import { isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

const CLEARED = /^(?:共|净)?(?:消除|化解|销号|清退|撤销|关停|压减|裁撤)(?:了)?$/
const DOWN = /(?:降|减少?|压减|压缩|缩减)(?:至|到|为)(?:了|仅)*$/

/** 由年初的41个降至9个，消除32个: what went is what there was less what there is. */
export function clearedAway({ claims }: Passage): readonly Question[] {
  return claims.flatMap((gone, at) => {
    const [was, now] = [claims[at - 2], claims[at - 1]]
    if (was === undefined || now === undefined || !CLEARED.test(gone.near) || !DOWN.test(now.near)) return []
    if (was.segment !== gone.segment || now.segment !== gone.segment || !/[由从原]/.test(was.near)) return []
    if (![was, now].every((one) => isSameUnit(one.token.unit, gone.token.unit) && isExact(one.token))) return []
    return isExact(gone.token) ? [{ readings: [sumOf(was, [now, gone], 'probable')] }] : []
  })
}
