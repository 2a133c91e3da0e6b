/** 控辍保学: children out of school, and the cases by which they are brought back. */

export { type Opening, openCase } from './cases/open/open-case.ts'
export type { CaseKey } from './cases/store/holding-row.ts'
export { enrolmentRoutes } from './routes.ts'
