/** 控辍保学: children out of school, and the cases by which they are brought back. Decisions, no data. */
export { ChildFacts, FoundBy, OpenCaseBody } from './cases/child-facts.ts'
export {
  CaseCounts,
  CaseEventView,
  CaseList,
  CaseNoteBody,
  CasePaperView,
  CaseRevealBody,
  CaseRow,
  CaseSearch,
  CaseStepBody,
  CaseStepped,
  CaseStepView,
  CaseView,
  HandoverAnswerBody,
  HandoverBody,
  HandoverList,
  HandoverState,
  HandoverView,
  handoverStateTitles,
} from './cases/contracts.ts'
export * from './matching/index.ts'
