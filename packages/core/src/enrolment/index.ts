/** 控辍保学: children out of school, and the cases by which they are brought back. Decisions, no data. */

export { type CountSum, type SmallCounts, type Suppressed, suppressSmall } from '../documents/index.ts'
export * from './care/index.ts'
export { applied, type CaseEvent, type CaseState, caseOf } from './cases/case-of.ts'
export { type ChangeRefusal, changesOf, refusalOfChange } from './cases/change-definition.ts'
export { ChildFacts, FoundBy, OpenCaseBody } from './cases/child-facts.ts'
export {
  CASE_FILE_DAYS,
  CASE_FILES_MOST,
  CaseChangeBody,
  CaseContactBody,
  CaseCounts,
  CaseEventView,
  CaseFileKept,
  CaseFileKind,
  CaseFileQuery,
  CaseFilter,
  CaseList,
  CaseLookup,
  CaseNoteBody,
  CasePaperView,
  CasePictureKind,
  CaseProofQuery,
  CaseRevealBody,
  CaseRevealed,
  CaseRow,
  CaseSearch,
  CaseStepBody,
  CaseStepped,
  CaseStepView,
  CaseView,
  caseFileTitles,
  HandoverAnswerBody,
  HandoverBody,
  HandoverList,
  HandoverMade,
  HandoverState,
  HandoverView,
  handoverStateTitles,
  RecordKey,
} from './cases/contracts.ts'
export {
  decideStep,
  offerStep,
  type Refused,
  type StepActor,
  type StepInput,
  type StepRefusal,
  type StepTaken,
  stateTitle,
} from './cases/decide-step.ts'
export {
  DestructionBody,
  DestructionDecision,
  DestructionMade,
  DestructionState,
  DestructionView,
  destructionStateTitles,
  RetentionView,
} from './cases/retention-contracts.ts'
export { firstSchoolYear, Schooling, schoolingTitles } from './cases/schooling.ts'
export { CaseUnitNames } from './cases/unit-names.ts'
export {
  addCohorts,
  CohortBook,
  CohortCounts,
  CohortGroup,
  CohortPlace,
  CohortRow,
  CohortRows,
  CohortStage,
  cohortEnds,
  cohortGroupTitles,
  cohortWays,
  formRetentionRate,
  movedOut,
  type RetentionRate,
  yearbookRetentionRate,
} from './counting/cohort.ts'
export {
  type CountedPlace,
  compareLedgers,
  type LedgerChild,
  notInRegister,
  type ThreeLedgers,
} from './counting/compare-ledgers.ts'
export {
  LedgerBook,
  LedgerDifference,
  LedgerDifferenceKind,
  LedgerFilter,
  LedgerKind,
  LedgerPlace,
  LedgerRow,
  LedgerRows,
  LedgerSearch,
  ledgerTitles,
} from './counting/contracts.ts'
export { CountLine, CountTable, countLines, type TableFigure, tableFigures } from './counting/count-table.ts'
export {
  DoorListBody,
  EXPORT_DAYS,
  ExportBody,
  ExportDecision,
  type ExportFacts,
  ExportKind,
  ExportList,
  ExportState,
  ExportView,
  exportStateTitles,
  exportTitles,
  MINOR_AGE,
  mayDecideExport,
  mayFetchExport,
} from './counting/export-contracts.ts'
export {
  type CountedChild,
  compareCounted,
  type LedgerFigures,
  mayHandInOn,
  type OtherwiseStated,
  type OwedReport,
  type OwingUnit,
  otherwiseWords,
  owedReports,
  type PeriodicFacts,
  type PeriodicPlan,
  periodEnd,
  periodicState,
  periodTitle,
  statedOtherwise,
} from './counting/periodic.ts'
export {
  HandInPeriodicBody,
  ledgerFigureTitles,
  NearRoll,
  PeriodicDifference,
  PeriodicList,
  PeriodicRow,
  PeriodicState,
  PeriodicView,
  PlannedPeriodic,
  PlanPeriodicBody,
  periodicStateTitles,
  ReturnPeriodicBody,
  rollTitle,
  StatedFigure,
} from './counting/periodic-contracts.ts'
export { type DecidedVisit, decidedVisit, type TimedCare, undecidedVisits } from './limits/care-visits.ts'
export {
  DecideLimitsBody,
  LimitAmount,
  LimitKind,
  LimitList,
  LimitsDecided,
  LimitUnit,
  LimitView,
  limitKindTitles,
  limitMost,
} from './limits/contracts.ts'
export {
  type DecidedLimit,
  type DecidedLimits,
  decidedCasework,
  decidedClock,
  isUnsourced,
  type Limit,
  type TimedCasework,
  undecidedClocks,
  undecidedLimits,
} from './limits/decided-casework.ts'
export * from './matching/index.ts'
export { layOutPaper } from './papers/lay-out-paper.ts'
export { PaperContent, type PaperMaking, type PaperWords, paperContent, paperNumber } from './papers/paper-content.ts'
