/** Tasks of a collection period: states, who may do what now and why not, typed entries, contracts of the wire. */
export * from './contracts.ts'
export * from './county-check-contracts.ts'
export {
  isRequestKind,
  type RequestFacts,
  type RequestKind,
  type RequestRefusal,
  requestKinds,
  whyNotRequest,
} from './decide-request.ts'
export {
  decideTask,
  type TaskDecision,
  type TaskDeed,
  type TaskFacts,
  type TaskRefusal,
  whyNotReviewer,
} from './decide-task.ts'
export * from './derived-contracts.ts'
export * from './derived-difference.ts'
export { type Entry, readEntry, shownEntry } from './entry.ts'
export * from './entry-contracts.ts'
export { proposeReporters, type ReportingUnit } from './expected-units.ts'
export * from './move-contracts.ts'
export * from './period-contracts.ts'
export { noTownship, submittedShare, townshipTitle } from './progress-words.ts'
export * from './row-zero.ts'
export * from './rules-contracts.ts'
export * from './statistics-contracts.ts'
export {
  holderOf,
  holderTitles,
  isOwed,
  isTaskAction,
  isTaskState,
  owedStates,
  type TaskAction,
  type TaskHolder,
  type TaskState,
  taskActions,
  taskStates,
} from './task-states.ts'
export * from './version-contracts.ts'
