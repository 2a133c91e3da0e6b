import type { FuzzyRule } from '../../packs/index.ts'
import { type MatchRole, matchRoles } from './person.ts'
import type { CompareRole, ReadPerson } from './read-person.ts'

/** What speaks for and against two rows being one child. */
export interface PairReason {
  readonly role: MatchRole
  /** Points that this role gave; below 0 they speak against. */
  readonly points: number
  /** In words; empty where the cells are the same. */
  readonly says: string
}

/** Roles that cost little, and decide much, come first. */
const order = ['identity', 'birth', 'sex', 'name', 'guardian', 'address'] as const

const pointsOf = ({ weights }: FuzzyRule, role: MatchRole, degree: number): number =>
  degree * (degree < 0 ? weights[role].differ : weights[role].agree)

/** Points of a pair; undefined where they stay below the line of the rule. */
export function scorePair(
  rule: FuzzyRule,
  compare: CompareRole,
  left: ReadPerson,
  right: ReadPerson,
): number | undefined {
  let points = 0
  let open = order.reduce((sum, role) => sum + rule.weights[role].agree, 0)
  for (const role of order) {
    points += pointsOf(rule, role, compare(role, left, right).degree)
    open -= rule.weights[role].agree
    if (points + open < rule.propose) return undefined
  }
  return points
}

/** The same, role by role and in words, without those that neither row can answer. */
export function explainPair(
  rule: FuzzyRule,
  compare: CompareRole,
  left: ReadPerson,
  right: ReadPerson,
): readonly PairReason[] {
  return matchRoles.flatMap((role) => {
    const { degree, says } = compare(role, left, right)
    if (left[role] === undefined || right[role] === undefined) return []
    return [{ role, points: Math.round(pointsOf(rule, role, degree)), says }]
  })
}
