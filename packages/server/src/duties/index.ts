/** Duties: a year's breakdown into tasks of units, and how each is worked on. */
export { type Acting, writingAs } from './acting.ts'
export { findTaskItems } from './inbox/find-task-items.ts'
export { listDuties, type PackDuty } from './plans/list-duties.ts'
export { openPlan } from './plans/open-plan.ts'
export { departmentsNamed, unitsOfDuty } from './plans/units-of-duty.ts'
export { dutyRoutes } from './routes.ts'
export { makeTasks } from './tasks/make-tasks.ts'
export { stepTask } from './tasks/step-task.ts'
