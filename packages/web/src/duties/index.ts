/** Tasks of duties for other slices: how they stand in the county, and taking several up at once. */

export { acceptTasks } from './issue-tasks.ts'
export { DutySummary } from './summary/duty-summary.tsx'
