import { rational } from '../../formula/index.ts'
import type { Claim } from '../extract/claim.ts'
import type { Passage } from '../extract/find-claims.ts'
import { isLike } from '../extract/likeness.ts'
import type { Question } from './relation.ts'
import { sameAs } from './repeats.ts'

/** How many paragraphs back the first mention may stand, and how much of the noun must be the same. */
const FAR = 2
const LEAST_NOUN = 4

/** 新建20所城乡幼儿园…。20所城乡幼儿园开工19所: the whole is named once more before it is broken down. */
export function namedAgain(passages: readonly Passage[]): readonly Question[] {
  const claims = passages.flatMap((passage) => passage.claims)
  return claims.flatMap((claim, at) => {
    if (claim.role !== 'level' || !claim.token.unit.counted) return []
    const isPointed = /(?:这|上述|以上这?)$/.test(claim.near)
    const next = claims[at + 1]
    if (!isPointed && !(/^(?:在|对|将|把|,)*$/.test(claim.near) && next !== undefined && isBroken(claim, next)))
      return []
    const earlier = claims
      .slice(0, at)
      .findLast((one) => claim.passage - one.passage <= FAR && isSameThing(one, claim, isPointed ? 1 : LEAST_NOUN))
    return earlier === undefined ? [] : [{ readings: [{ ...sameAs(claim, earlier), tie: 'probable' as const }] }]
  })
}

/** The next number counts some of the same. */
const isBroken = (claim: Claim, next: Claim): boolean =>
  next.segment === claim.segment && isLike(claim, next) && rational.compare(next.value, claim.value) <= 0

function isSameThing(one: Claim, claim: Claim, least: number): boolean {
  if (one.role !== 'level' && one.role !== 'plan') return false
  if (one.token.unit.word !== claim.token.unit.word) return false
  const [first, second] = [nounOf(one), nounOf(claim)]
  let same = 0
  while (same < second.length && first[same] === second[same]) same += 1
  return same >= least
}

const nounOf = ({ after }: Claim): string => /^[\u4e00-\u9fff]*/.exec(after)?.[0] ?? ''
