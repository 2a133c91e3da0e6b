/** Evaluation on the server: the main job, what is kept of it, and the routes that show it. */
export { assessFolder } from './assess-folder.ts'
export { evaluationRoutes } from './routes.ts'
export { runAssessCommand } from './run-assess-command.ts'
export { assessmentSchemaText, writeAssessmentSchema } from './write-assessment-schema.ts'
