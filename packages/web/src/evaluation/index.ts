/** Evaluations for other slices: what the newest conclude, and what they say of one's own unit. */
export { OwnSummary } from './own/own-summary.tsx'
export { VerdictSummary } from './summary/verdict-summary.tsx'
