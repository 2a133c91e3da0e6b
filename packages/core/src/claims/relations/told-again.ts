import type { Claim } from '../extract/claim.ts'
import type { Passage } from '../extract/find-claims.ts'
import { namesOf, sharedName } from '../extract/names.ts'
import { ownerOf } from '../extract/owner.ts'
import { isSameUnit } from '../numbers/units.ts'
import { mayHold, isNearSum } from './quick-sum.ts'
import type { Question, Tie } from './relation.ts'
import { sameAs } from './repeats.ts'

/**
 * 受益学生9263人。…将受益学生9263人的膳食补助: what a report has told it names again in a summary. The more digits agree, the
 * less of the name must; where all but one do, and no other number is the same, one of the two is wrong.
 */
export function toldAgain(passages: readonly Passage[]): readonly Question[] {
  const names = namesOf(passages)
  const owners = new Map(
    passages.flatMap((passage) => passage.claims.map((claim) => [claim, ownerOf(passage, claim)] as const)),
  )
  const mayBe = (one: Claim, claim: Claim): boolean =>
    mayBeSame(one, claim) && !isOther(owners.get(one), owners.get(claim))
  const likeness = (a: Claim, b: Claim): number => {
    const [one, other] = [names.get(a), names.get(b)]
    return one === undefined || other === undefined ? 0 : sharedName(one, other)
  }
  const isNamed = (one: Claim, claim: Claim): boolean =>
    digitsOf(claim.token.literal) >= PROOF || (mayBe(one, claim) && likeness(one, claim) >= leastOf(claim))
  const told: Claim[] = []
  return passages.flatMap(({ claims }) =>
    claims.flatMap((claim) => {
      if (!isTold(claim)) return []
      const equal = told.filter(
        (one) => isApart(one, claim) && mayHold(claim, [one]) && (isLong(claim) || (mayBe(one, claim) && likeness(one, claim) >= LEAST_NAME)),
      )
      const near = equal.length > 0 ? [] : told.filter((one) => isApart(one, claim) && isNearSum(claim, [one]))
      const readings = [...equal, ...near.filter((one) => isNamed(one, claim))]
      told.push(claim)
      return readings.length === 0 ? [] : [{ readings: readings.map((one) => ({ ...sameAs(claim, one), tie: tieOf(claim, likeness(one, claim)) })) }]
    }),
  )
}

const isTold = ({ role, token }: Claim): boolean =>
  ['level', 'each', 'share', 'plan'].includes(role) &&
  token.upTo === undefined &&
  token.qualifier === undefined &&
  digitsOf(token.literal) >= 2

/** Zeros at the end of a whole number may only be round. */
const digitsOf = (literal: string): number =>
  literal.includes('.') ? literal.length - 1 : literal.replace(/0+$/, '').length

/** Shortest part of a name by which equal numbers are known to be one. */
const LEAST_NAME = 2

/** How long a part of the name must be the same: the fewer digits tell something, the longer. */
const leastOf = ({ token }: Claim): number => Math.max(LEAST_NAME, 6 - digitsOf(token.literal))

const tieOf = ({ token }: Claim, likeness: number): Tie =>
  digitsOf(token.literal) >= 4 || (digitsOf(token.literal) === 3 && likeness >= LONG_NAME) ? 'probable' : 'shaped'

const LONG_NAME = 4

const isOther = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b

/** With so many digits, all but one the same say it whatever the names say. */
const PROOF = 6

/** So many digits are hardly the same by chance, whatever the number is called. */
const isLong = ({ token }: Claim): boolean => digitsOf(token.literal) >= 5

const isApart = (one: Claim, claim: Claim): boolean =>
  (one.passage !== claim.passage ||
    one.sentence !== claim.sentence ||
    (one.segment !== claim.segment && digitsOf(claim.token.literal) >= 4)) &&
  isSameUnit(one.token.unit, claim.token.unit)

function mayBeSame(one: Claim, claim: Claim): boolean {
  if (!isApart(one, claim) || (one.role === 'each') !== (claim.role === 'each')) return false
  if ((one.role === 'share') !== (claim.role === 'share')) return false
  return one.period === claim.period || [one, claim].some(({ period }) => period === undefined || period === 'current')
}
