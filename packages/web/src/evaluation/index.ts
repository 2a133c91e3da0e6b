/** Evaluations for other slices: what the newest conclude. */
export { VerdictSummary } from './summary/verdict-summary.tsx'
