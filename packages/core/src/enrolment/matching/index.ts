/** Matching: which rows of different registers may be one child, with the reasons in words. Pure; nothing is merged. */
export { DOOR_MARK_LENGTH, type DoorColumn, doorColumns, doorMark, doorRegister } from './door-columns.ts'
export { PairFinder, type PairKeys, type ProposedPair, pairName } from './find-pairs.ts'
export { byGravity, isOnTwoRolls, isOutOfSchool, outOfSchoolLedgers } from './ledger-weight.ts'
export { markDifferences, type ShownPiece } from './mark-differences.ts'
export * from './match-contracts.ts'
export { findingStates, proposalStates, roleTitles } from './match-words.ts'
export { type MatchPerson, type MatchRole, matchRoles, type SignReader } from './person.ts'
export type { PairReason } from './score-pair.ts'
