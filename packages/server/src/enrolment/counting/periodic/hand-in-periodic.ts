import { dayOf } from '@eduduty/core/calendar'
import {
  type CountedChild,
  type HandInPeriodicBody,
  ledgerFigureTitles,
  mayHandInOn,
  otherwiseWords,
  type PeriodicView,
  statedOtherwise,
} from '@eduduty/core/enrolment'
import type { OrgPath } from '@eduduty/core/organizations'
import { noteClockEvent } from '../../../clocks/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { readLedgersOnDay } from '../ledger-on-day.ts'
import { periodicFigures } from './periodic-figures.ts'
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
 * Hands a report in, or once more with other numbers: they are kept beside what the ledgers have for the stated day, with
 * the children whom these follow, and the time limit ends. Errors: `enrolment.periodic_not_found`,
 * `enrolment.periodic_of_other`, `enrolment.periodic_early`, `enrolment.periodic_day`, `enrolment.periodic_figures`,
 * `enrolment.periodic_says`.
 */
export async function handInPeriodic(
  ctx: Ctx,
  key: PeriodicKey,
  body: HandInPeriodicBody,
  desk: PeriodicDesk,
): Promise<PeriodicView> {
  await lockPeriodic(ctx, key)
  const row = await getPeriodic(ctx, key)
  const stated = checkStated(ctx, row, body, desk.own)
  const ledgers = await readLedgersOnDay(ctx.db, {
    path: row.org_path,
    year: row.year,
    on: body.stated_on,
    today: dayOf(ctx.now),
  })
  const says = body.says.trim()
  const otherwise = statedOtherwise(periodicFigures(row, ledgers, { stated }))
  if (says === '' && otherwise.length > 0)
    throw new AppError('enrolment.periodic_says', { figures: otherwiseWords(otherwise) })
  const version = row.version + 1
  await ctx.db.kysely
    .insertInto('enrolment_periodic_versions')
    .values({
      county_code: key.county,
      periodic_id: key.periodic,
      version,
      org_path: row.org_path,
      stated_on: body.stated_on,
      stated: JSON.stringify(stated),
      counted: JSON.stringify(ledgers.figures),
      near_roll: ledgers.nearRoll === undefined ? null : JSON.stringify(ledgers.nearRoll),
      says,
      person_id: ctx.actor.id,
      person_name: ctx.actor.name,
      handed_in_at: ctx.now,
    })
    .execute()
  await keepChildren(ctx, key, row, version, ledgers.children)
  await noteHandedIn(ctx, key, row, version, body.stated_on)
  // Nothing that the ledgers are counted from has changed since.
  return readPeriodic(ctx, key, { ...desk, ledgers })
}

/** What is stated, by figure: all that the report asks for, nothing else. */
function checkStated(ctx: Ctx, row: StoredPeriodic, body: HandInPeriodicBody, own: readonly OrgPath[]) {
  const today = dayOf(ctx.now)
  if (!mayHandInOn({ endsOn: row.ends_on }, today)) throw new AppError('enrolment.periodic_early', { day: row.ends_on })
  if (!own.includes(row.org_path)) throw new AppError('enrolment.periodic_of_other', { unit: row.unit_name })
  if (body.stated_on < row.ends_on || body.stated_on > today)
    throw new AppError('enrolment.periodic_day', { from: row.ends_on })
  const stated = Object.fromEntries(body.figures.map(({ figure, stated: number }) => [figure, number]))
  const wrong = [
    ...row.figures.filter((figure) => stated[figure] === undefined),
    ...body.figures.map(({ figure }) => figure).filter((figure) => !row.figures.includes(figure)),
  ]
  if (wrong.length > 0)
    throw new AppError('enrolment.periodic_figures', {
      figures: wrong.map((figure) => ledgerFigureTitles[figure]).join('、'),
    })
  return stated
}

async function keepChildren(
  ctx: Ctx,
  key: PeriodicKey,
  { org_path }: StoredPeriodic,
  version: number,
  children: readonly CountedChild[],
): Promise<void> {
  const rows = children.map(({ ledger, child, name, state }, at) => ({
    county_code: key.county,
    periodic_id: key.periodic,
    version,
    line_no: at + 1,
    org_path,
    ledger,
    child,
    name,
    state,
  }))
  for (let from = 0; from < rows.length; from += 500)
    await ctx.db.kysely
      .insertInto('enrolment_periodic_children')
      .values(rows.slice(from, from + 500))
      .execute()
}

async function noteHandedIn(
  ctx: Ctx,
  key: PeriodicKey,
  row: StoredPeriodic,
  version: number,
  statedOn: string,
): Promise<void> {
  const today = dayOf(ctx.now)
  await ctx.db.run(
    `update enrolment_periodic set version = $3, stated_on = $4, handed_in_on = coalesce(handed_in_on, $5::date),
       handed_in_by = $6, returned_on = null where county_code = $1 and periodic_id = $2`,
    [key.county, key.periodic, version, statedOn, today, ctx.actor.name],
  )
  if (row.handed_in_on === null && row.clock_id !== null)
    await noteClockEvent(
      ctx,
      { county: key.county, clock: row.clock_id },
      { type: 'stop', on: today },
      { reason: '已报' },
    )
  ctx.audit({
    action: 'enrolment.hand_in_periodic',
    subject: `${row.unit_name}${row.title}（${titleOfPeriod(row)}）`,
    detail: { periodic: key.periodic, version, stated_on: statedOn },
  })
}
