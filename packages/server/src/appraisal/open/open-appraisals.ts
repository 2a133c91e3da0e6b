import { randomUUID } from 'node:crypto'
import type { OpenAppraisalBody, OpenedAppraisals } from '@eduduty/core/appraisal'
import type { RatingView } from '@eduduty/core/evaluation'
import { dayOf } from '@eduduty/core/identity'
import { countyKeyOf } from '@eduduty/core/organizations'
import { getRunKey, type OpenedRun, openRun } from '../../evaluation/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { SqlError } from '../../platform/db/sql-error.ts'
import { sqlstates } from '../../platform/db/sqlstates.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { belongsTo, unitsOf } from '../store/appraisal-facts.ts'
import type { Acting } from '../store/move-appraisal.ts'
import { noteEvent } from '../store/note-event.ts'
import { itemRows } from './item-rows.ts'
import { levelPointsOf } from './level-points.ts'
import { getRating, listRatedUnits, type RatedUnit, readFigures } from './rated-run.ts'

/**
 * Opens an appraisal of each of the units named, all or none. Errors: `evaluation.run_not_found`,
 * `evaluation.run_outdated`, `appraisal.rating_not_found`, `appraisal.subject_not_found`, `appraisal.dates_invalid`,
 * `appraisal.own_unit_opened`, `appraisal.already_open`.
 */
export async function openAppraisals({ ctx, grants }: Acting, body: OpenAppraisalBody): Promise<OpenedAppraisals> {
  assertDates(body, dayOf(ctx.now))
  const run = await openRun(ctx, await getRunKey(ctx.db, body.run))
  const rating = getRating(run.assessment, body.rating)
  const units = await listRatedUnits(ctx, run.assessment, rating)
  const points = levelPointsOf(run, rating.id)
  const opened: string[] = []
  for (const subject of new Set(body.subjects)) {
    const unit = units.find((one) => one.subject.subject === subject)
    if (unit === undefined)
      throw new AppError('appraisal.subject_not_found', { subject: nameOfSubject(rating, subject) })
    // Whoever belongs to the unit could neither conduct nor cancel it afterwards.
    if (belongsTo(ctx, unitsOf(grants), unit.path)) throw new AppError('appraisal.own_unit_opened', { unit: unit.name })
    const id = randomUUID()
    const row = await storeAppraisal(ctx, { id, run, rating, unit, body })
    const figures = await readFigures(ctx, run.assessment, subject)
    const rows = itemRows({ run, rating, unit, figures, points })
    const place = { county_code: row.county_code, appraisal_id: id, org_path: unit.path }
    await ctx.db.kysely
      .insertInto('appraisal_items')
      .values(rows.map((item) => ({ ...item, ...place })))
      .execute()
    await noteEvent(ctx, row, {
      action: 'open',
      state: 'self_rating',
      says: `自评到 ${body.self_until}，复评到 ${body.rate_until}`,
    })
    ctx.audit({
      action: 'appraisal.open',
      subject: `${unit.name}“${rating.title}”（${run.assessment.run.year}年度）`,
      detail: { run: run.assessment.run.id, county: row.county_code },
    })
    opened.push(id)
  }
  return { appraisal_ids: opened }
}

const nameOfSubject = ({ subjects }: RatingView, id: string): string =>
  subjects.find(({ subject }) => subject === id)?.name ?? id

function assertDates({ self_until: self, rate_until: rate }: OpenAppraisalBody, today: string): void {
  if (self < today) throw new AppError('appraisal.dates_invalid', { reason: `自评截止 ${self} 早于今天 ${today}` })
  if (rate < self) throw new AppError('appraisal.dates_invalid', { reason: `复评截止 ${rate} 早于自评截止 ${self}` })
}

interface ToStore {
  readonly id: string
  readonly run: OpenedRun
  readonly rating: RatingView
  readonly unit: RatedUnit
  readonly body: OpenAppraisalBody
}

async function storeAppraisal(ctx: Ctx, { id, run, rating, unit, body }: ToStore) {
  const { assessment } = run
  const row = {
    county_code: countyKeyOf(assessment.run.county.code),
    appraisal_id: id,
    run_id: assessment.run.id,
    rating_id: rating.id,
    subject: unit.subject.subject,
    subject_name: unit.name,
    pack_id: assessment.run.pack.id,
    pack_hash: assessment.run.pack.hash,
    pack_title: assessment.run.pack.title,
    rating_title: rating.title,
    year: assessment.run.year,
    state: 'self_rating',
    state_at: ctx.now,
    state_by: ctx.actor.name,
    self_until: body.self_until,
    rate_until: body.rate_until,
    publicity_days: body.publicity_days,
    appeal_days: body.appeal_days,
    tolerance_percent: body.tolerance_percent,
    opened_by: ctx.actor.name,
    opened_at: ctx.now,
    org_path: unit.path,
  }
  await ctx.db.kysely
    .insertInto('appraisal_appraisals')
    .values(row)
    .execute()
    .catch((error: unknown) => refuseTaken(error, unit.name))
  return row
}

/** Of two appraisals of one unit the database lets one in. */
function refuseTaken(error: unknown, unit: string): never {
  if (error instanceof SqlError && error.sqlstate === sqlstates.uniqueViolation)
    throw new AppError('appraisal.already_open', { unit })
  throw error
}
