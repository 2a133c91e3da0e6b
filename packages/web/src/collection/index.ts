/** Files, findings and coverage of a run; other slices show the findings of one unit, and how far the open periods are. */
export { PeriodSummary } from './summary/period-summary.tsx'
export { ReminderBar } from './tasks/reminder-bar.tsx'
export { UnitFindings } from './unit-findings.tsx'
