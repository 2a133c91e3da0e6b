import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

const SHORT = /^(?:目前|现|还|仍|尚)?(?:差|缺口?|缺少|短缺|尚缺|富余|空余|多余)(?:为|达|约)?$/

/** 住校生612人，宿舍床位540张，差72张: what is wanting of two numbers, whatever each is counted in. */
export function gapsOf({ claims }: Passage): readonly Question[] {
  return claims.flatMap((gap, at) => {
    const [a, b] = [claims[at - 2], claims[at - 1]]
    if (a === undefined || b === undefined || !SHORT.test(gap.near) || ![a, b, gap].every(isCount)) return []
    if (a.segment !== gap.segment || b.segment !== gap.segment) return []
    // Which of them is larger a wrong digit may hide.
    return [{ readings: [sumOf(a, [b, gap], 'probable'), sumOf(b, [a, gap], 'probable')] }]
  })
}

const isCount = ({ token, role }: Claim): boolean =>
  token.unit.counted && isExact(token) && (role === 'level' || role === 'plan')
