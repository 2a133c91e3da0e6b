/** Reports: drafts that people write on, and what is made of a kept evaluation besides its own documents. */

export { runReportCommand } from './command/run-report-command.ts'
export { contentOf, getDraft, oneLine, type ReportKey } from './drafts/draft-row.ts'
export { findSignedReport } from './drafts/find-signed.ts'
export { findReportItems } from './inbox/find-report-items.ts'
export { reportRoutes } from './routes.ts'
