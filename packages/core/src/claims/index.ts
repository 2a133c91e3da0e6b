/**
 * Claims: the quantities that a report states, and whether they agree with each other. Pure; files are read elsewhere.
 */
export { checkReport } from './check-report.ts'
export { paragraphsOf } from './read/paragraphs.ts'
export type { Simplify } from './read/plain-text.ts'
export type { ParagraphBlock, ReportText, Span, TableBlock, TextBlock, TextCell } from './read/report-text.ts'
export { ReportCheck, ReportClaim, ReportFinding, ReportPlace } from './report-check.ts'
