import { dayOf, schoolYearOf } from '@eduduty/core/calendar'
import type { PeriodicList } from '@eduduty/core/enrolment'
import { reachesCounty } from '@eduduty/core/organizations'
import type { Ctx } from '../../../platform/ctx.ts'
import { assertKnownCounty } from '../../county-reach.ts'
import { findPeriodicRules } from './find-periodic-rules.ts'
import { type PeriodicDesk, periodicSql, presentPeriodic, type StoredPeriodic } from './periodic-row.ts'

/** Which unit owes which report, until when, and where it stands. Errors: `enrolment.county_not_found`. */
export async function listPeriodic(
  ctx: Ctx,
  county: string,
  wanted: number | undefined,
  desk: PeriodicDesk,
): Promise<PeriodicList> {
  assertKnownCounty(ctx, county)
  const { beginsOn } = await findPeriodicRules(ctx.db)
  const found = await ctx.db.run<{ year: number }>(
    'select distinct year from enrolment_periodic where county_code = $1 order by year desc',
    [county],
  )
  const years = found.map(({ year }) => year)
  const today = dayOf(ctx.now)
  const year = wanted ?? years[0] ?? schoolYearOf(today, beginsOn)
  const rows = await ctx.db.run<StoredPeriodic>(
    `${periodicSql} where p.county_code = $1 and p.year = $2
     order by p.ends_on, p.rule_id, p.org_path`,
    [county, year],
  )
  return {
    today,
    years,
    year,
    may_plan: reachesCounty(desk.decides, county),
    rows: rows.map((row) => presentPeriodic(row, ctx, desk)),
  }
}
