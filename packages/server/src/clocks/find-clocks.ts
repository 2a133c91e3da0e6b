import type { ClockView } from '@eduduty/core/clocks'
import type { ClockRule } from '@eduduty/core/packs'
import type { Queries } from '../platform/db/database.ts'
import type { ClockSubject } from './clock-row.ts'

interface ViewRow {
  readonly subject_id: string
  readonly clock_id: string
  readonly title: string
  readonly state: ClockView['state']
  readonly started_on: string
  readonly due_on: string | null
  readonly missing_year: number | null
  readonly rule: ClockRule
}

/** The time limits of some subjects of one kind, by subject, the latest started first. */
export async function findClocks(
  db: Queries,
  county: string,
  kind: ClockSubject['kind'],
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly ClockView[]>> {
  const rows = await db.run<ViewRow>(
    `select subject_id, clock_id, title, state, started_on, due_on, missing_year, rule from clocks_clocks
     where county_code = $1 and subject_kind = $2 and subject_id = any($3::text[])
     order by subject_id, started_on desc, clock_id`,
    [county, kind, subjects],
  )
  const found = new Map<string, ClockView[]>()
  for (const { subject_id: subject, clock_id: clock, due_on: due, missing_year: missing, ...rest } of rows) {
    const view = {
      clock,
      ...rest,
      ...(due !== null && { due_on: due }),
      ...(missing !== null && { missing_year: missing }),
    }
    found.set(subject, [...(found.get(subject) ?? []), view])
  }
  return found
}
