import { type Bounds, bounds } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { input, percentOf, type Relation, type RelationKind, type Tie, totalOf } from '../relation.ts'

/** Some parts together, in per cent of a whole that is one number or several together: (a + b) ÷ c. */
export const shareOfSum = (share: Claim, parts: readonly Claim[], whole: readonly Claim[], tie: Tie): Relation =>
  quotientOf('share', share, parts, whole, tie)

/** A part in per cent of itself and what is left: a ÷ (a + b). */
export const shareWithRest = (share: Claim, part: Claim, rest: Claim, tie: Tie): Relation => ({
  kind: 'share',
  tie,
  target: share,
  inputs: [part, rest],
  compute: (inputs) => percentOf(input(inputs, 0), totalOf(inputs)),
  words: ([part, rest]) => `${part} ÷ (${part} + ${rest})`,
})

/** What some come to for each of others, or for each hundred: (a + b) ÷ (c + d). */
export const averageOfSums = (each: Claim, over: readonly Claim[], under: readonly Claim[], tie: Tie): Relation =>
  quotientOf('each', each, over, under, tie)

function quotientOf(
  kind: Extract<RelationKind, 'share' | 'each'>,
  target: Claim,
  over: readonly Claim[],
  under: readonly Claim[],
  tie: Tie,
): Relation {
  const sides = <T>(inputs: readonly T[]) => [inputs.slice(0, over.length), inputs.slice(over.length)] as const
  const divide = kind === 'share' || /每百/.test(target.near) ? percentOf : bounds.divBounds
  return {
    kind,
    tie,
    target,
    inputs: [...over, ...under],
    compute: (inputs: readonly Bounds[]) => {
      const [top, bottom] = sides(inputs)
      return divide(totalOf(top), totalOf(bottom))
    },
    words: (shown) => sides(shown).map(sumInWords).join(' ÷ '),
  }
}

const sumInWords = (shown: readonly string[]): string => (shown.length > 1 ? `(${shown.join(' + ')})` : shown.join(''))
