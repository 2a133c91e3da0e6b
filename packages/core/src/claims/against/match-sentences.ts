import type { Claim } from '../extract/claim.ts'
import { type Passage, sentencesOf } from '../extract/find-claims.ts'
import { plainWords, type Simplify } from '../read/plain-text.ts'
import type { KnownSentence, Reference } from './known-quantity.ts'

const NUMBERS = /\d[\d,]*(?:\.\d+)?/g

/** A claim beside the number that a sentence of the system has in its place. */
export interface MatchedNumber {
  readonly claim: Claim
  readonly expected: string
  readonly equal: boolean
  /** The figures of the sentence, of which the number is one. */
  readonly figures: readonly string[]
}

/** The sentences of a run, read as those of a report are. */
export const plainSentences = ({ sentences }: Reference, simplify: Simplify): KnownSentence[] =>
  sentences.flatMap((written) => {
    const text = plainWords(written.text, simplify)
    return sentencesOf(text).map(({ start, end }) => ({ text: text.slice(start, end), figures: written.figures }))
  })

/**
 * Claims of sentences that the system wrote word for word but for their numbers. Of several such sentences the one with
 * most numbers in common is meant; where less than half agree, none is.
 */
export function matchSentences(
  passages: readonly Passage[],
  sentences: readonly KnownSentence[],
): readonly MatchedNumber[] {
  const byWords = new Map<string, KnownSentence[]>()
  for (const sentence of sentences) {
    const words = wordsOf(sentence.text)
    if (words.replaceAll('#', '').length >= 6) byWords.set(words, [...(byWords.get(words) ?? []), sentence])
  }
  return passages.flatMap((passage) =>
    passage.sentences.flatMap(({ start, end }, order) => {
      const text = passage.text.slice(start, end)
      const known = byWords.get(wordsOf(text))
      const claims = passage.claims.filter(({ sentence }) => sentence === order)
      return known === undefined ? [] : compareNumbers(text, start, known, claims)
    }),
  )
}

const wordsOf = (text: string): string => text.replace(NUMBERS, '#').replace(/\s+/g, '')

function compareNumbers(
  text: string,
  start: number,
  known: readonly KnownSentence[],
  claims: readonly Claim[],
): MatchedNumber[] {
  const own = [...text.matchAll(NUMBERS)]
  const ranked = known
    .map(({ text: said, figures }) => ({ numbers: said.match(NUMBERS) ?? [], figures }))
    .map(({ numbers, figures }) => ({
      numbers,
      figures,
      equal: own.filter((one, at) => one[0] === numbers[at]).length,
    }))
    .toSorted((a, b) => b.equal - a.equal)
  const [best] = ranked
  if (best === undefined || (best.equal < own.length && best.equal * 2 < own.length && known.length > 1)) return []
  return own.flatMap((found, at) => {
    const claim = claims.find(({ token }) => token.digits.start === start + found.index)
    const expected = best.numbers[at]
    return claim && expected ? [{ claim, expected, equal: expected === found[0], figures: best.figures }] : []
  })
}
