/** Duties by law, the year's tasks made of them, and how they stand: decisions and lights, no data. */
export {
  DutyEntry,
  DutyPlan,
  DutyPlanList,
  EditTaskBody,
  MilestoneBody,
  NewTaskBody,
  OfferedLightDays,
  OpenPlanBody,
  PlanDraft,
  PlanIndicator,
  PlanRulesBody,
  SupervisionBody,
  TaskCounts,
  TaskDeedBody,
  TaskEvent,
  TaskList,
  TaskRow,
  TaskSearch,
  TaskView,
} from './contracts.ts'
export { coverageOf, type PledgeCoverage, type PledgeUnit } from './coverage.ts'
export {
  decideTask,
  isOfSupervision,
  type TaskActor,
  type TaskDecision,
  type TaskFacts,
  type TaskRefusal,
} from './decide-task.ts'
export {
  type FigureState,
  Light,
  type LightFacts,
  type LightRule,
  lightOfTask,
  type TaskLight,
} from './light-of-task.ts'
export { answerStateOf, answerStateTitles } from './mechanisms/answer-state.ts'
export { CorrectedKind, CorrectRecordBody } from './mechanisms/correct-contracts.ts'
export { CountLine, CountList, TakeCountBody } from './mechanisms/count-contracts.ts'
export { countRecords, type MechanismRecord, tellCount } from './mechanisms/count-records.ts'
export {
  AddDecisionBody,
  CorrectMeetingBody,
  DecisionBody,
  DecisionView,
  MeetingBody,
  MeetingList,
  MeetingView,
} from './mechanisms/meeting-contracts.ts'
export { Outcome, type OutcomeFacts, outcomeOf, outcomeTitles } from './mechanisms/outcome-of.ts'
export {
  AnswerBody,
  AnswerState,
  BodyBody,
  BodyChange,
  BodyKind,
  BodyView,
  ContactBody,
  ContactView,
  MechanismList,
  MemberBody,
  MemberRole,
  PromiseBody,
  PromiseView,
  ProposalBody,
  ProposalView,
  Satisfaction,
  VisitBody,
} from './mechanisms/record-contracts.ts'
export {
  OriginKind,
  originMarks,
  originTitles,
  RecordChange,
  RecordKind,
  RecordUnit,
  SettleBody,
  StrikeBody,
  TaskOrigin,
} from './mechanisms/shapes.ts'
export {
  PartiesBody,
  PledgeCopied,
  PledgeCover,
  PledgeList,
  PledgeRow,
  PledgesMade,
  PledgesReminded,
  PledgeTextBody,
  PledgeTextView,
  PledgeView,
  SignPledgeBody,
} from './pledges/contracts.ts'
export { layOutPledge } from './pledges/lay-out-pledge.ts'
export {
  levelOfKind,
  PledgeContent,
  type PledgedTask,
  type PledgeWords,
  pledgeContent,
} from './pledges/pledge-content.ts'
export { type PledgeFacts, PledgeState, pledgeStateOf, pledgeStateTitles } from './pledges/pledge-state.ts'
export { signingName } from './pledges/signing-name.ts'
export { type PlanRules, type ProposedPlan, proposePlan, runningPlan } from './running-plan.ts'
export { reachesTarget, TargetComparison, TaskTarget } from './target.ts'
export { SupervisionDeed, TaskDeed, TaskState, taskDeedTitles, taskStateTitles } from './task-states.ts'
export { departmentsNamed, type FallsTo, unitsOfDuty } from './units-of-duty.ts'
