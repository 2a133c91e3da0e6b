import { dayOf } from '@eduduty/core/calendar'
import type { CareFilter, CareList, CareSearch } from '@eduduty/core/enrolment'
import { visits } from '../../cases/acting.ts'
import { assertKnownCounty } from '../../county-reach.ts'
import { readDecided } from '../../limits/read-decided.ts'
import type { CareActing } from '../acting.ts'
import { getCarePack } from '../care-pack.ts'
import { presentIntervals } from '../intervals/present-intervals.ts'
import { copyColumns, ownCopy, type StoredChild } from '../store/child-row.ts'
import { presentChild } from './present-child.ts'

const LIMIT = 100

/** SQL of a copy `h`; today is $2. */
const filters: Readonly<Record<CareFilter, string>> = {
  placed: `h.closed_on is null and h.placement <> ''`,
  cared: `h.closed_on is null and h.care <> ''`,
  visit_due: 'h.closed_on is null and h.visit_due_on < $2::date',
  review_due: 'h.closed_on is null and h.review_on <= $2::date',
  closed: 'h.closed_on is not null',
}

interface CountRow {
  readonly children: number
  readonly placed: number
  readonly at_home: number
  readonly cared: number
  readonly visits_overdue: number
  readonly reviews_due: number
}

/** Children in care that somebody reaches, the most urgent first, masked. Errors: `enrolment.county_not_found`. */
export async function listChildren(acting: CareActing, county: string, search: CareSearch): Promise<CareList> {
  const { ctx } = acting
  assertKnownCounty(ctx, county)
  const today = dayOf(ctx.now)
  const { only, kind = '', text = '', limit = LIMIT, offset = 0 } = search
  const from = `enrolment_care_children h where ${ownCopy} and $2::date is not null`
  const wanted = `${only === undefined ? 'h.closed_on is null' : filters[only]}
    and ($3 = '' or h.placement = $3 or h.care = $3)
    and ($4 = '' or strpos(h.child_name || ' ' || h.village || ' ' || h.school_name, $4) > 0)`
  const values = [county, today, kind, text.trim()]
  const [found] = await ctx.db.run<{ total: number }>(`select count(*) as total from ${from} and ${wanted}`, values)
  const rows = await ctx.db.run<StoredChild>(
    `select ${copyColumns} from ${from} and ${wanted}
     order by least(h.visit_due_on, h.review_on) nulls last, h.registered_on, h.child_id limit $5 offset $6`,
    [...values, limit, offset],
  )
  const [counts] = await ctx.db.run<CountRow>(
    `select count(*) filter (where h.closed_on is null) as children, count(*) filter (where ${filters.placed}) as placed,
       count(*) filter (where h.closed_on is null and h.is_at_home) as at_home,
       count(*) filter (where ${filters.cared}) as cared, count(*) filter (where ${filters.visit_due}) as visits_overdue,
       count(*) filter (where ${filters.review_due}) as reviews_due from ${from}`,
    [county, today],
  )
  const pack = await getCarePack(ctx, county)
  const { placements, care } = pack
  return {
    counts: counts ?? { children: 0, placed: 0, at_home: 0, cared: 0, visits_overdue: 0, reviews_due: 0 },
    total: found?.total ?? 0,
    children: rows.map((row) => presentChild(row, today, visits(acting, [row]))),
    placements: placements.map(({ id, title }) => ({ id, title })),
    care: care.map(({ id, title }) => ({ id, title })),
    intervals: presentIntervals(pack, await readDecided(ctx.db, county)),
  }
}
