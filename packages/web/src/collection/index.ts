/** Files, findings and coverage of a run; other slices show the findings of one unit. */
export { UnitFindings } from './unit-findings.tsx'
