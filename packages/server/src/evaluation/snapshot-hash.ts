import { createHash } from 'node:crypto'
import type { RegisterRow } from '@eduduty/core/collection'

/** SHA-256 over the content of all rows, whatever order they were read in and whatever file they stood in. */
export function snapshotHash(rows: readonly RegisterRow[]): string {
  const lines = rows.map(({ register, year, values, refused }) => {
    const cells = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))
    return JSON.stringify([register, year, cells, ...(refused === undefined ? [] : [refused])])
  })
  const hash = createHash('sha256')
  for (const line of lines.toSorted()) hash.update(`${line}\n`)
  return hash.digest('hex')
}

/** Names a run by everything its figures depend on: the same input is the same run. */
export function runIdOf(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
