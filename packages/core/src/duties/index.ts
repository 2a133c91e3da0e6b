/** Duties by law, the year's tasks made of them, and how they stand: decisions and lights, no data. */
export {
  DutyEntry,
  DutyPlan,
  DutyPlanList,
  MilestoneBody,
  NewTaskBody,
  OpenPlanBody,
  PlanDraft,
  TaskCounts,
  TaskDeedBody,
  TaskEvent,
  TaskList,
  TaskRow,
  TaskSearch,
  TaskView,
} from './contracts.ts'
export { coverageOf, type PledgeCoverage, type PledgeUnit } from './coverage.ts'
export { decideTask, type TaskActor, type TaskDecision, type TaskFacts, type TaskRefusal } from './decide-task.ts'
export {
  type FigureState,
  Light,
  type LightFacts,
  type LightRule,
  lightOfTask,
  type TaskLight,
} from './light-of-task.ts'
export { TaskDeed, TaskState, taskDeedTitles, taskStateTitles } from './task-states.ts'
