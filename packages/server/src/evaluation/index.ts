/** Evaluation on the server: the main job, what is kept of it, and the routes that show it. */
export { assessFolder } from './assess-folder.ts'
export { assessmentSchemaText } from './assessment-schema-text.ts'
export { getAssessment, getRunKey, type RunKey } from './find-run.ts'
export { type OpenedRun, openRun } from './open-run.ts'
export { evaluationRoutes } from './routes.ts'
export { runAssessCommand } from './run-assess-command.ts'
export { runStatisticsCommand } from './run-statistics-command.ts'
