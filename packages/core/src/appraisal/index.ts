/** 评议: a rated framework judged by people: self-rating, two raters, agreement, publication, appeal. */
export * from './adjustments/adjustment-contracts.ts'
export {
  type AdjustmentFault,
  type AskedAdjustment,
  faultOfAdjustment,
  isWithin as isAdjustmentWithin,
  refusalOfSettlement,
  refusalOfWithdrawal,
  type SettlementRefusal,
  type WithdrawalRefusal,
} from './adjustments/fault-of-adjustment.ts'
export { describeAgreement, type TwiceRated } from './agreement/agreement.ts'
export { AgreementView, PairAgreement } from './agreement/agreement-contract.ts'
export { intraclass } from './agreement/intraclass.ts'
export { type WeightedKappa, weightedKappa } from './agreement/weighted-kappa.ts'
export {
  type AppraisalAction,
  type AppraisalHolder,
  type AppraisalState,
  appraisalActions,
  appraisalHolderOf,
  appraisalHolders,
  appraisalStates,
  isAppraisalAction,
  isAppraisalState,
  isSeat,
  type Seat,
  seats,
  seatTitles,
} from './appraisal-states.ts'
export * from './body-contracts.ts'
export * from './contracts.ts'
export { CredibilityView, describeCredibility, type SelfAndVerified } from './credibility.ts'
export {
  type AppraisalActor,
  type AppraisalDecision,
  type AppraisalDeed,
  type AppraisalFacts,
  type AppraisalRefusal,
  decideAppraisal,
} from './decide-appraisal.ts'
export { faultOfSelfRating, type GroundedRating, type SelfRatingFault } from './fault-of-self-rating.ts'
export {
  faultOfRating,
  type GivenFault,
  type GivenRating,
  isSameRating,
  pointsOf,
  pointsOfRating,
  type RatedBy,
  shareOf,
} from './given-rating.ts'
export { type ItemOpinions, type Settlement, settleItem } from './settle-item.ts'
export { AppraisalStateSchema } from './state-schema.ts'
export { layOutLetter } from './yearly/lay-out-letter.ts'
export { LetterContent } from './yearly/letter-content.ts'
export * from './yearly/outcome-contracts.ts'
export { type RankedUnit, rankUnits, type UnitToRank } from './yearly/rank-units.ts'
export * from './yearly/yearly-contracts.ts'
export { yearlyName } from './yearly/yearly-name.ts'
