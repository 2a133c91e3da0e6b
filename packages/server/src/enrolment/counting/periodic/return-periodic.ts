import { dayOf } from '@eduduty/core/calendar'
import { decidedClock, type PeriodicView, type ReturnPeriodicBody } from '@eduduty/core/enrolment'
import type { ClockRule } from '@eduduty/core/packs'
import { startClocks } from '../../../clocks/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { assertReachesCounty } from '../../county-reach.ts'
import { holdLimits, readDecided } from '../../limits/read-decided.ts'
import { findPeriodicRules } from './find-periodic-rules.ts'
import {
  getPeriodic,
  lockPeriodic,
  type PeriodicDesk,
  type PeriodicKey,
  type StoredPeriodic,
  titleOfPeriod,
} from './periodic-row.ts'
import { readPeriodic } from './read-periodic.ts'

/**
 * Returns a report to the unit that handed it in, for a reason: it is owed again, and a time limit of the same length runs
 * from today. What was handed in stays written. Errors: `enrolment.periodic_not_found`, `enrolment.whole_county`,
 * `enrolment.periodic_not_handed_in`, `enrolment.periodic_own`.
 */
export async function returnPeriodic(
  ctx: Ctx,
  key: PeriodicKey,
  { reason }: ReturnPeriodicBody,
  desk: PeriodicDesk,
): Promise<PeriodicView> {
  assertReachesCounty(ctx, key.county)
  await holdLimits(ctx.db, key.county)
  await lockPeriodic(ctx, key)
  const row = await getPeriodic(ctx, key)
  if (row.handed_in_on === null) throw new AppError('enrolment.periodic_not_handed_in')
  if (desk.own.includes(row.org_path)) throw new AppError('enrolment.periodic_own')
  const today = dayOf(ctx.now)
  const clock = await restart(ctx, key, row, today)
  await ctx.db.run(
    `update enrolment_periodic set handed_in_on = null, returned_on = $3, returned_by = $4, return_reason = $5, clock_id = $6
     where county_code = $1 and periodic_id = $2`,
    [key.county, key.periodic, today, ctx.actor.name, reason.trim(), clock],
  )
  ctx.audit({
    action: 'enrolment.return_periodic',
    subject: `${row.unit_name}${row.title}（${titleOfPeriod(row)}）`,
    reason: reason.trim(),
    detail: { periodic: key.periodic, version: row.version },
  })
  return readPeriodic(ctx, key, desk)
}

/** By the rule that it was opened with, whatever the pack says today; null where nobody has said how long. */
async function restart(ctx: Ctx, key: PeriodicKey, row: StoredPeriodic, today: string): Promise<string | null> {
  const rule = row.clock_id === null ? await ruleNow(ctx, key, row) : await formerRule(ctx, key, row)
  if (rule.length === undefined) return null
  const [id] = await startClocks(ctx, key.county, [
    {
      path: row.org_path,
      subject: { kind: 'enrolment.periodic', id: key.periodic },
      rule,
      startedOn: today,
      title: `${row.title}（${titleOfPeriod(row)}，退回重报）`,
    },
  ])
  if (id === undefined) throw new Error(`the time limit of ${key.periodic} was not started`)
  return id
}

async function formerRule({ db }: Ctx, { county, periodic }: PeriodicKey, row: StoredPeriodic): Promise<ClockRule> {
  const [former] = await db.run<{ rule: ClockRule }>(
    'select rule from clocks_clocks where county_code = $1 and clock_id = $2',
    [county, row.clock_id],
  )
  if (former === undefined) throw new Error(`periodic report ${periodic} has no time limit ${row.clock_id}`)
  return former.rule
}

/** Handed in before anybody had said how long: as the county has it by now. */
async function ruleNow({ db }: Ctx, { county, periodic }: PeriodicKey, row: StoredPeriodic): Promise<ClockRule> {
  const { rules, clocks } = await findPeriodicRules(db)
  const clock = rules.find(({ id }) => id === row.rule_id)?.clock
  const found = clocks.find(({ id }) => id === clock)
  if (found === undefined) throw new Error(`periodic report ${periodic} has no rule ${row.rule_id}`)
  return decidedClock(found, await readDecided(db, county))
}
