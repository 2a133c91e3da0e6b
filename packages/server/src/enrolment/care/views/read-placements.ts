import { dayBefore } from '@eduduty/core/calendar'
import { type PlacementDeed, type PlacementView, placementSpans, type TeachingSpan } from '@eduduty/core/enrolment'
import type { Queries } from '../../../platform/db/database.ts'
import type { ChildKey } from '../store/child-row.ts'
import { type ReadHead, readRecords, writtenOf } from '../store/records.ts'

export interface PlacementRow extends ReadHead {
  readonly deed: PlacementDeed['deed']
  readonly kind: string
  readonly title: string
  readonly is_at_home: boolean
  readonly school_name: string
  readonly class: string
  readonly decided_by: string
  readonly opinion: string
  readonly reasons: string
  readonly review_on: string | null
}

export const readPlacements = (db: Queries, key: ChildKey): Promise<PlacementRow[]> =>
  readRecords<PlacementRow>(db, 'enrolment_placements', key)

export interface AtHomeSpan extends TeachingSpan {
  readonly at_home: boolean
}

/** When a child was placed how, and whether it was taught at home then. */
export const readSpans = async (db: Queries, key: ChildKey): Promise<readonly AtHomeSpan[]> =>
  spansOf(await readPlacements(db, key))

export function spansOf(
  rows: readonly Pick<PlacementRow, 'deed' | 'kind' | 'on_day' | 'is_at_home'>[],
): readonly AtHomeSpan[] {
  const atHome = new Set(rows.flatMap(({ kind, is_at_home: isAtHome }) => (isAtHome ? [kind] : [])))
  const spans = placementSpans(rows.map(({ deed, kind, on_day: on }) => ({ deed, kind, on })))
  return spans.map(({ kind, from, until }) => ({ at_home: atHome.has(kind), from, until }))
}

/** The newest first; each placement with the day before which the next one, or its end, took its place. */
export function presentPlacements(rows: readonly PlacementRow[]): PlacementView[] {
  return rows
    .map((row, at): PlacementView => {
      const next = row.deed === 'placed' ? rows.slice(at + 1).find(({ deed }) => deed !== 'reviewed') : undefined
      const { deed, title, school_name: school, decided_by, opinion, reasons, review_on: review } = row
      return {
        ...writtenOf(row),
        deed,
        title,
        school,
        class: row.class,
        decided_by,
        opinion,
        reasons,
        ...(review !== null && { review_on: review }),
        ...(next !== undefined && { until: dayBefore(next.on_day) }),
      }
    })
    .toReversed()
}
