import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import {
  type DecidedLimits,
  decidedClock,
  type OwedReport,
  owedReports,
  type PlanPeriodicBody,
  periodTitle,
} from '@eduduty/core/enrolment'
import { areaPath } from '@eduduty/core/organizations'
import type { ClockRule } from '@eduduty/core/packs'
import { startClocks } from '../../../clocks/index.ts'
import { treeAsOf } from '../../../organizations/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { holdLock } from '../../../platform/db/hold-lock.ts'
import { assertReachesCounty } from '../../county-reach.ts'
import { holdLimits, readDecided } from '../../limits/read-decided.ts'
import { findPeriodicRules } from './find-periodic-rules.ts'

/**
 * Opens the periodic reports of a school year with their time limits; what is there already stays, so that a school opened
 * later only adds its own. Where nobody has said how long a report may take, no time runs for it. Gives how many were added. Errors: `enrolment.county_not_found`, `enrolment.whole_county`.
 */
export async function planPeriodic(ctx: Ctx, county: string, { year, since }: PlanPeriodicBody): Promise<number> {
  assertReachesCounty(ctx, county)
  await lockPlanning(ctx, county)
  const { rules, clocks, beginsOn } = await findPeriodicRules(ctx.db)
  const units = await treeAsOf(ctx.db, county, dayOf(ctx.now))
  const root = areaPath(county)
  const government = units.find(({ org_path: path }) => path === root)
  const owed = owedReports({
    rules,
    year,
    beginsOn,
    since,
    schools: units
      .filter(({ kind }) => kind === 'school')
      .map(({ org_path: path, name, school_type: schoolType }) => ({ path, name, schoolType })),
    county: { path: root, name: government?.name ?? '县', schoolType: '' },
    departments: units.filter(({ kind }) => kind === 'department').map(({ name }) => name),
  })
  const known = await findKnown(ctx, county, year)
  const missing = owed.filter(({ rule, period, unit }) => !known.has(keyOf(rule.id, period.id, unit.path)))
  if (missing.length > 0) await keepOwed(ctx, county, year, missing, clocks)
  ctx.audit({
    action: 'enrolment.plan_periodic',
    subject: `${year}学年控辍保学定期报告`,
    reason: '',
    detail: { added: missing.length, since },
  })
  return missing.length
}

/** Two who open the year at once follow each other: no report, and no time limit, is made twice. */
async function lockPlanning({ db }: Ctx, county: string): Promise<void> {
  await holdLock(db, `periodic ${county}`)
}

const keyOf = (rule: string, period: string, path: string): string => `${rule} ${period} ${path}`

async function findKnown({ db }: Ctx, county: string, year: number): Promise<ReadonlySet<string>> {
  const rows = await db.run<{ rule_id: string; period_id: string; org_path: string }>(
    'select rule_id, period_id, org_path from enrolment_periodic where county_code = $1 and year = $2',
    [county, year],
  )
  return new Set(rows.map(({ rule_id: rule, period_id: period, org_path: path }) => keyOf(rule, period, path)))
}

async function keepOwed(
  ctx: Ctx,
  county: string,
  year: number,
  owed: readonly OwedReport[],
  clocks: readonly ClockRule[],
): Promise<void> {
  await holdLimits(ctx.db, county)
  const decided = await readDecided(ctx.db, county)
  const made = owed.map((one) => ({ ...one, id: randomUUID(), clock: clockOf(one, clocks, decided) }))
  const timed = made.filter(({ clock }) => clock.length !== undefined)
  const ids = await startClocks(
    ctx,
    county,
    timed.map(({ id, rule, period, endsOn, unit, clock }) => ({
      path: unit.path,
      subject: { kind: 'enrolment.periodic', id },
      rule: clock,
      startedOn: endsOn,
      title: `${rule.title}（${periodTitle(period.title, endsOn, year)}）`,
    })),
  )
  const clockOfReport = new Map(timed.map(({ id }, at) => [id, ids[at]]))
  const rows = made.map(({ id, rule, period, endsOn, unit }) => ({
    county_code: county,
    periodic_id: id,
    org_path: unit.path,
    unit_name: unit.name,
    year,
    rule_id: rule.id,
    title: rule.title,
    outline: rule.outline,
    receiver: rule.to,
    figures: [...rule.figures],
    basis: [rule.basis.document, rule.basis.article, rule.basis.note].filter((word) => word !== undefined).join('，'),
    period_id: period.id,
    period_title: period.title,
    ends_on: endsOn,
    clock_id: clockOfReport.get(id) ?? null,
    planned_at: ctx.now,
  }))
  for (let from = 0; from < rows.length; from += 500)
    await ctx.db.kysely
      .insertInto('enrolment_periodic')
      .values(rows.slice(from, from + 500))
      .execute()
}

/** As the county has it; a pack names only time limits that it has: it was checked. */
function clockOf({ rule }: OwedReport, clocks: readonly ClockRule[], decided: DecidedLimits): ClockRule {
  const found = clocks.find(({ id }) => id === rule.clock)
  if (found === undefined) throw new Error(`periodic report ${rule.id} has no time limit ${rule.clock}`)
  return decidedClock(found, decided)
}
