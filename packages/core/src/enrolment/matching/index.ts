/** Matching: which rows of different registers may be one child, with the reasons in words. Pure; nothing is merged. */
export { differingPlaces } from './compare-identity.ts'
export { PairFinder, type ProposedPair } from './find-pairs.ts'
export { type MatchPerson, type MatchRole, matchRoles, type SignReader } from './person.ts'
export type { PairReason } from './score-pair.ts'
