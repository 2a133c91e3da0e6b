import { type Claim, isExact } from '../../extract/claim.ts'
import { countedNoun } from '../../extract/counted-noun.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { ALL_OF } from '../../extract/scope-words.ts'
import { withoutInner } from '../made/list-parts.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question, Relation } from '../relation.ts'

const ALL = new RegExp(`各级各类|总|合计|${ALL_OF}[^,;。]{0,12}(?:共|数)|共有`)
/** What is told of one kind only, and may or may not be among the parts. */
const ASIDE = /其中|含|另|\(|随班就读|教学点|送教/
const MOST_PASSAGES = 16
const MOST_PARTS = 14
const MOST_ASIDE = 3
/** Fewer than so many things add up by chance too often. */
const LEAST = 5000

/**
 * A number of all, the parts of which stand one by one in the items before or after it, with others told beside them:
 * 1、…在校生X人（其中教学点Y人）。2、…. 全市在校生Z人.
 */
export function gatheredSums(passages: readonly Passage[]): readonly Question[] {
  const nouns = new Map<string, Claim[]>()
  const aside = new Set<Claim>()
  for (const passage of passages)
    for (const claim of passage.claims.filter(isPlain)) {
      const noun = countedNoun(claim)
      nouns.set(noun, [...(nouns.get(noun) ?? []), claim])
      if (ASIDE.test(wordsBefore(passage, claim))) aside.add(claim)
    }
  return [...nouns.values()].flatMap((claims) => claims.flatMap((total, at) => ofTotal(claims, total, at, aside)))
}

/** All of the sentence up to a number. */
const wordsBefore = ({ text, sentences }: Passage, { token, sentence }: Claim): string =>
  text.slice(sentences[sentence]?.start ?? 0, token.start)

const isPlain = ({ role, token }: Claim): boolean =>
  role === 'level' && isExact(token) && token.unit.dimension === 'person'

function ofTotal(claims: readonly Claim[], total: Claim, at: number, aside: ReadonlySet<Claim>): readonly Question[] {
  if (!ALL.test(total.near) || Number(total.token.literal) < LEAST || total.step !== undefined) return []
  const before = claims.slice(Math.max(0, at - MOST_PARTS), at)
  const after = claims.slice(at + 1, at + 1 + MOST_PARTS)
  const readings = [before, after].flatMap((side) =>
    readingsOf(
      total,
      side.filter((one) => isNearby(total, one)),
      aside,
    ),
  )
  return readings.length === 0 ? [] : [{ readings }]
}

const isNearby = (total: Claim, part: Claim): boolean =>
  part.passage !== total.passage && Math.abs(part.passage - total.passage) <= MOST_PASSAGES

/** With each of the numbers told beside, and without it. */
function readingsOf(total: Claim, side: readonly Claim[], beside: ReadonlySet<Claim>): readonly Relation[] {
  const parts = withoutInner(side)
  const aside = parts.filter((one) => beside.has(one))
  if (parts.length - aside.length < 3 || aside.length > MOST_ASIDE) return []
  const kept = Array.from({ length: 2 ** aside.length }, (_, mask) => aside.filter((_, at) => mask & (1 << at)))
  return kept.flatMap((some) => {
    const list = parts.filter((one) => !aside.includes(one) || some.includes(one))
    return isNearSum(total, list) ? [sumOf(total, list, 'likely')] : []
  })
}
