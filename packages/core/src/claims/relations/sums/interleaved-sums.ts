import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { MOST_PARTS } from '../made/list-parts.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

/** Fewest parts of each of the quantities that are told side by side. */
const LEAST_PARTS = 2

/**
 * 占地A、建筑面积B，其中小学占地a、建筑面积b，初中占地c、建筑面积d: two lists in turn whose numbers have one unit, told
 * apart by the names that end alike.
 */
export function interleavedSums(passage: Passage): readonly Question[] {
  return passage.sentences.flatMap((_, sentence) => {
    const levels = passage.claims.filter((one) => one.sentence === sentence && one.role === 'level')
    return levels.flatMap((first, at) => {
      const second = levels[at + 1]
      const [one, other] = [nameOf(first), second && nameOf(second)]
      if (second === undefined || one === undefined || other === undefined || one === other) return []
      if (!isSameUnit(first.token.unit, second.token.unit)) return []
      const rest = levels.slice(at + 2, at + 2 + MOST_PARTS * 2)
      if (!/其中|包括|分别|:/.test(rest[0]?.before ?? '')) return []
      const turns = turnsOf(rest, one, other)
      if (turns.length < LEAST_PARTS * 2) return []
      return [first, second].flatMap((total, side) => {
        const parts = turns.filter((_, order) => order % 2 === side)
        return isNearSum(total, parts) ? [{ readings: [sumOf(total, parts, 'stated')] }] : []
      })
    })
  })
}

/** The end of a name, by which a quantity is known in each of its items. */
const nameOf = ({ near }: Claim): string | undefined => /[\u4e00-\u9fff]{4}$/.exec(near)?.[0]

/** As many numbers as bear the two names in turn. */
function turnsOf(claims: readonly Claim[], one: string, other: string): readonly Claim[] {
  const end = claims.findIndex((claim, at) => !claim.near.endsWith(at % 2 === 0 ? one : other))
  const turns = end < 0 ? claims : claims.slice(0, end)
  return turns.slice(0, turns.length - (turns.length % 2))
}
