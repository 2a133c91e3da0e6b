/** Reports: drafts that people write on, and what is made of a kept evaluation besides its own documents. */

export { runReportCommand } from './command/run-report-command.ts'
export { addComment } from './drafts/comments.ts'
export { contentOf, getDraft, oneLine, type ReportKey } from './drafts/draft-row.ts'
export { EvaluatedRuns } from './drafts/evaluated-runs.ts'
export { findSignedReport } from './drafts/find-signed.ts'
export { outlineOf } from './drafts/outline-of-pack.ts'
export { startReports } from './drafts/start-reports.ts'
export { stepReport } from './drafts/step-report.ts'
export { findReportItems } from './inbox/find-report-items.ts'
export { reportRoutes } from './routes.ts'
