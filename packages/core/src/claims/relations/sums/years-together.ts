import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

/** 两年来, 三年累计: how many years a number is of. */
const SPAN = /([两二三四五])年(?:来|间|中|累计|共|总|内)/
const YEARS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 }
const YEAR = /((?:19|20)\d\d)年/
/** Paragraphs that the years may stand apart from their sum. */
const FAR = 12
/** Fewest digits of the sum that say anything. */
const LEAST_DIGITS = 3

interface Run {
  readonly parts: readonly Claim[]
  /** The sentence that tells them. */
  readonly words: string
}

/**
 * 两年来…补充教师862名。…2022年补充教师398名，2023年补充464名: what a report tells of some years together is what it tells of each of
 * them in one sentence that bears the same name.
 */
export function yearsTogether(passages: readonly Passage[]): readonly Question[] {
  const runs = passages.flatMap(runsOf)
  return passages.flatMap((passage) =>
    passage.claims.flatMap((whole) => {
      const years = yearsOf(passage, whole)
      if (years === undefined) return []
      const name = whole.near.replace(/[达到为共计约]+$/, '').slice(-2)
      const readings = runs
        .filter(({ parts, words }) => parts.length === years && words.includes(name) && name.length === 2)
        .filter(({ parts }) => parts.every((one) => isLike(one, whole) && one !== whole && isNearby(one, whole)))
        .filter(({ parts }) => isNearSum(whole, parts))
        .map(({ parts }) => sumOf(whole, parts, 'likely'))
      return readings.length === 0 ? [] : [{ readings }]
    }),
  )
}

const isNearby = (one: Claim, whole: Claim): boolean => Math.abs(one.passage - whole.passage) <= FAR

function yearsOf({ text, sentences }: Passage, { role, token, sentence }: Claim): number | undefined {
  if (role !== 'level' || token.qualifier !== undefined || token.literal.replace('.', '').length < LEAST_DIGITS)
    return undefined
  const before = text.slice(sentences[sentence]?.start ?? 0, token.start)
  return YEARS[SPAN.exec(before)?.[1] ?? '']
}

/** Like numbers of one sentence that name a year each, one after another. */
function runsOf(passage: Passage): readonly Run[] {
  const runs: Run[] = []
  for (const [order, { start, end }] of passage.sentences.entries()) {
    const own = passage.claims.filter(
      ({ sentence, near, role }) => sentence === order && role === 'level' && YEAR.test(near),
    )
    const words = passage.text.slice(start, end)
    for (let from = 0; from < own.length; from += 1)
      for (let to = from + 2; to <= own.length; to += 1) {
        const parts = own.slice(from, to)
        const years = parts.map(({ near }) => Number(YEAR.exec(near)?.[1]))
        if (years.every((year, at) => at === 0 || year === (years[at - 1] ?? 0) + 1)) runs.push({ parts, words })
      }
  }
  return runs
}
