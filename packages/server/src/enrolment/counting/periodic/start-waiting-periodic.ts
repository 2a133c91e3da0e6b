import { decidedClock } from '@eduduty/core/enrolment'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import { startClocks } from '../../../clocks/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { readDecided } from '../../limits/read-decided.ts'
import { reportWaits } from '../../limits/waiting.ts'
import { findPeriodicRules } from './find-periodic-rules.ts'
import { titleOfPeriod } from './periodic-row.ts'

interface WaitingReport {
  readonly periodic_id: string
  readonly org_path: OrgPath
  readonly rule_id: string
  readonly title: string
  readonly period_title: string
  readonly ends_on: string
  readonly year: number
  /** The last day of the stretch, or that of the return. */
  readonly since: string
}

/** Starts the time of reports that waited for somebody to say how long it is. Gives of how many it runs now. */
export function startWaitingPeriodic(ctx: Ctx, county: string): Promise<number> {
  return reaching(ctx, [areaPath(county)], async () => {
    const { rules, clocks } = await findPeriodicRules(ctx.db)
    const decided = await readDecided(ctx.db, county)
    const ready = (await findWaiting(ctx, county)).flatMap((row) => {
      const clock = rules.find(({ id }) => id === row.rule_id)?.clock
      const found = clocks.find(({ id }) => id === clock)
      const rule = found && decidedClock(found, decided)
      return rule?.length === undefined ? [] : [{ row, rule }]
    })
    const ids = await startClocks(
      ctx,
      county,
      ready.map(({ row, rule }) => ({
        path: row.org_path,
        subject: { kind: 'enrolment.periodic', id: row.periodic_id },
        rule,
        startedOn: row.since,
        title: `${row.title}（${titleOfPeriod(row)}）`,
      })),
    )
    await ctx.db.run(
      `update enrolment_periodic p set clock_id = new.clock from unnest($2::text[], $3::text[]) as new (id, clock)
       where p.county_code = $1 and p.periodic_id = new.id`,
      [county, ready.map(({ row }) => row.periodic_id), ids],
    )
    return ready.length
  })
}

function findWaiting({ db }: Ctx, county: string): Promise<WaitingReport[]> {
  return db.run<WaitingReport>(
    `select periodic_id, org_path, rule_id, title, period_title, ends_on::text as ends_on, year, coalesce(returned_on, ends_on)::text as since
     from enrolment_periodic p where p.county_code = $1 and ${reportWaits} order by periodic_id for update`,
    [county],
  )
}
