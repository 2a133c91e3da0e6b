/** Consistency: what rows of registers say against each other, against the year before and against their peers. */
export { type CheckStep, checkCounty, checkCountyInSteps } from './check-county.ts'
export { checkForm, type FailedCheck, type FormCell, type FormChecks, type FormToCheck } from './check-form.ts'
export type { ComparedSide } from './compared-sides.ts'
export { deriveForm } from './derive-form.ts'
export { blankFindings, cellFinding, checkFinding, type FormFinding } from './form-findings.ts'
export {
  type BesideRow,
  besideRows,
  type FormRules,
  impersonalChecks,
  packOfRules,
  prepareRules,
  type RuleOutcome,
  type RunRules,
  type TypedRow,
} from './form-rules.ts'
export { findOutliers } from './outliers/find-outliers.ts'
export type { Outlier } from './outliers/outlier.ts'
export { outlierColumns } from './outliers/outlier-columns.ts'
export { outlierFindings } from './outliers/outlier-findings.ts'
export { formPeerCheck, peerCheckOf, peerChecks } from './outliers/peer-checks.ts'
export { evaluationOf, type YearInput } from './year-evaluation.ts'
