import { sayLength } from '@eduduty/core/clocks'
import type { CareIntervalView } from '@eduduty/core/enrolment'
import { sourcedLength } from '@eduduty/core/enrolment'
import type { ClockRule } from '@eduduty/core/packs'
import type { Queries } from '../../../platform/db/database.ts'
import { type CarePack, clockOf } from '../care-pack.ts'

/** What a county has set for a kind of care, the last time. */
export interface StoredInterval {
  readonly kind: string
  readonly version: number
  readonly days: number
  readonly basis: string
  readonly person_name: string
  readonly set_on: string
}

/** What a county has set, by kind of care. */
export async function readIntervals(db: Queries, county: string): Promise<ReadonlyMap<string, StoredInterval>> {
  const rows = await db.run<StoredInterval & Record<string, string | number>>(
    `select distinct on (kind) kind, version, days, basis, person_name,
       (set_at at time zone 'Asia/Shanghai')::date::text as set_on
     from enrolment_care_intervals where county_code = $1 order by kind, version desc`,
    [county],
  )
  return new Map(rows.map((row) => [row.kind, row]))
}

/**
 * The time limit until the next visit to children of a kind: as the county has set it, else as a sourced rule of the pack
 * says. Undefined where neither does: then no time runs.
 */
export function visitRule(
  pack: CarePack,
  intervals: ReadonlyMap<string, StoredInterval>,
  kind: string,
): ClockRule | undefined {
  const rule = clockOf(pack, kind)
  const own = intervals.get(kind)
  if (rule === undefined) return undefined
  if (own === undefined) return sourcedLength(rule) === undefined ? undefined : rule
  const { length: _, basis: __, verified: ___, ...rest } = rule
  const verified: ClockRule['verified'] = { grade: 'C', on: own.set_on, by: own.person_name, source: '本县规定' }
  return { ...rest, length: { amount: own.days, unit: '自然日' }, basis: { document: own.basis }, verified }
}

/** How often each kind is visited, with who says so. */
export function presentIntervals(pack: CarePack, intervals: ReadonlyMap<string, StoredInterval>): CareIntervalView[] {
  return pack.care.map(({ id, title }) => {
    const own = intervals.get(id)
    const length = visitRule(pack, intervals, id)?.length
    const basis = visitRule(pack, intervals, id)?.basis
    return {
      id,
      title,
      every: length === undefined ? '' : sayLength(length),
      basis: basis === undefined ? '' : `${basis.document}${basis.article ?? ''}`,
      set_by: own?.person_name ?? '',
      ...(own !== undefined && { set_on: own.set_on }),
    }
  })
}
