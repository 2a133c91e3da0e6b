/**
 * Claims: the quantities that a report states, and whether they agree with each other. Pure; files are read elsewhere.
 */
export { subjectNames } from './against/find-subject.ts'
export { type KnownMentions, knownMentions } from './against/known-mentions.ts'
export type { Reference } from './against/known-quantity.ts'
export { referenceOfRun } from './against/reference-of-run.ts'
export { type CheckOptions, checkRead, checkReport } from './check-report.ts'
export { compareReports, type QuantityChange } from './compare-reports.ts'
export * from './kept/contracts.ts'
export { describeChanges } from './kept/describe-changes.ts'
export { findingGrades, findingKinds, markStates } from './kept/finding-words.ts'
export { linkFigures } from './kept/link-figures.ts'
export { paragraphsOf } from './read/paragraphs.ts'
export type { Simplify } from './read/plain-text.ts'
export type { ParagraphBlock, ReportText, Span, TableBlock, TextBlock, TextCell } from './read/report-text.ts'
export { readReport } from './read-report.ts'
export { ReportCheck, ReportClaim, ReportFinding, ReportPlace } from './report-check.ts'
