import { type Bounds, bounds, rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { input, type Question } from '../relation.ts'

const YEARLY = /(?:年均|平均每年|每年平均)(?:[^增减降,;]{0,6})$/
/** Words for how many years an amount was told of. */
const YEARS =
  /((?:19|20)\d\d)年?[-—~至到]((?:19|20)\d\d)年|([两三四五六七八九十]|(?<!\d)\d)个?(?:自然|财政|预算)?年(?!级|制|一|前|后|来?新)/g
const COUNTS = '零一二三四五六七八九十'

/** 三年共投入4.35亿元，年均1.45亿元: an amount of some years, shared among them. */
export function yearlyAverages({ claims, text, sentences }: Passage): readonly Question[] {
  return claims.flatMap((each, at) => {
    if (!YEARLY.test(each.near) || each.token.unit.dimension === 'percent') return []
    const start = sentences[each.sentence]?.start ?? 0
    const years = yearsIn(text.slice(start, each.token.start))
    const total = claims
      .slice(0, at)
      .findLast(
        (one) =>
          one.sentence === each.sentence &&
          one.role !== 'rate' &&
          isSameUnit(one.token.unit, each.token.unit) &&
          rational.compare(one.value, each.value) > 0,
      )
    return total === undefined || years === undefined ? [] : [{ readings: [shared(each, total, years)] }]
  })
}

/** The number of years that a sentence tells of last; undefined where it tells none. */
function yearsIn(text: string): number | undefined {
  const found = [...text.matchAll(YEARS)].at(-1)
  if (found === undefined) return undefined
  const [, from, to, word = ''] = found
  if (from !== undefined && to !== undefined) return Number(to) - Number(from) + 1
  const count = word === '两' ? 2 : /\d/.test(word) ? Number(word) : COUNTS.indexOf(word)
  return count > 1 ? count : undefined
}

const shared = (each: Claim, total: Claim, years: number) => ({
  kind: 'each' as const,
  tie: 'probable' as const,
  target: each,
  inputs: [total],
  compute: (inputs: readonly Bounds[]) => {
    const count = rational.fromInteger(years)
    return bounds.divBounds(input(inputs, 0), { low: count, high: count })
  },
  words: ([total]: readonly string[]) => `${total} ÷ ${years}`,
})
