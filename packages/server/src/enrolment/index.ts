/** 控辍保学: children out of school, and the cases by which they are brought back. */

export type { CaseActing } from './cases/acting.ts'
export { offerHandover } from './cases/handovers/offer-handover.ts'
export { findCaseItems } from './cases/inbox/find-case-items.ts'
export { type Opening, openCase } from './cases/open/open-case.ts'
export { stepCase } from './cases/steps/step-case.ts'
export type { CaseKey } from './cases/store/holding-row.ts'
export { enrolmentRoutes } from './routes.ts'
