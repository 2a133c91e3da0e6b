import type { RunEntry } from '../../platform/run/queries.ts'

/** Of `runs`, newest first, the first of each county and standard. */
export function newestRuns(runs: readonly RunEntry[]): readonly RunEntry[] {
  const newest = new Map<string, RunEntry>()
  for (const run of runs) {
    const key = `${run.county.code} ${run.pack.id}`
    if (!newest.has(key)) newest.set(key, run)
  }
  return [...newest.values()]
}
