import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

/** Three like numbers in a row of which one may be the other two together, whichever it is: 在编2936人，编制3050个，空编114个. */
export function looseSums(passage: Passage): readonly Question[] {
  const levels = passage.claims.filter(({ role }) => role === 'level' || role === 'plan')
  return levels.flatMap((first, at) => {
    const three = [first, levels[at + 1], levels[at + 2]].filter((one) => one !== undefined)
    if (three.length < 3 || three.some((one) => one.sentence !== first.sentence || !isLike(one, first))) return []
    // Which of the three is the whole a changed digit may hide; the middle or the last is rarely a part.
    const isRow = three.every(({ id }, order) => id === first.id + order)
    const tie = /超额|超出|超预算|超计划/.test(three.at(-1)?.near ?? '')
      ? 'probable'
      : isRest(three) && isRow
        ? 'shaped'
        : isRest(three) || isRow
          ? 'likely'
          : 'possible'
    const readings = three.flatMap((total) => {
      const parts = three.filter((one) => one !== total)
      return isNearSum(total, parts) ? [sumOf(total, parts, tie)] : []
    })
    return readings.length === 0 ? [] : [{ readings }]
  })
}

/** Words for what is left over, or for what there should be. */
const isRest = (three: readonly Claim[]): boolean =>
  three.some(({ near }) => /空编|缺编|丧失|非|缺额|剩余|结余|未|尚|差额|离岗|流失|其余|缺口/.test(near))
