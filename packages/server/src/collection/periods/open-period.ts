import { randomUUID } from 'node:crypto'
import type { OpenedPeriod, OpenPeriodBody } from '@eduduty/core/collection'
import { areaPath } from '@eduduty/core/organizations'
import { keepPack, type LoadedPack } from '../../packs/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { SqlError } from '../../platform/db/sql-error.ts'
import { sqlstates } from '../../platform/db/sqlstates.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { makeTaskPack } from '../packs/task-pack.ts'
import { assertWholeCounty } from './assert-whole-county.ts'
import { listReportingUnits, type OfferedUnit } from './offer-period.ts'
import { getPeriod } from './read-periods.ts'

/** Days that a review may take where the period does not say. */
const REVIEW_DAYS = 5
const NAMED = 5

/**
 * Opens a period and gives every unit its tasks, all or none. Errors: `collection.window_invalid`,
 * `collection.title_taken`, `collection.plan_whole_county`, `collection.period_not_found`, `collection.units_unknown`, `collection.register_not_found`.
 */
export async function openPeriod(
  ctx: Ctx,
  county: string,
  body: OpenPeriodBody,
  loaded: LoadedPack,
): Promise<OpenedPeriod> {
  assertWholeCounty(ctx, county)
  assertWindow(body)
  for (const plan of body.plans) assertWindow({ ...body, ...plan })
  if (body.copied_from !== undefined) await getPeriod(ctx, { county, periodId: body.copied_from })
  const pack = makeTaskPack(loaded.pack, loaded.hash)
  for (const { register } of body.plans) pack.register(register)
  const units = new Map((await listReportingUnits(ctx, county)).map((unit) => [unit.unit_id, unit]))
  assertKnown(body, units)
  await keepPack(ctx.db, loaded)
  const periodId = randomUUID()
  await ctx.db.kysely
    .insertInto('collection_periods')
    .values({
      county_code: county,
      period_id: periodId,
      title: body.title,
      pack_id: loaded.pack.pack.id,
      pack_hash: loaded.hash,
      year: body.year,
      term: body.term ?? '',
      opens_on: body.opens_on,
      closes_on: body.closes_on,
      review_days: body.review_days ?? REVIEW_DAYS,
      copied_from: body.copied_from ?? null,
      opened_by: ctx.actor.name,
      opened_at: ctx.now,
      org_path: areaPath(county),
    })
    .execute()
    .catch((error: unknown) => refuseTaken(error, body.title))
  const tasks = await addTasks(ctx, { county, periodId, body, loaded, units })
  ctx.audit({
    action: 'collection.open_period',
    subject: body.title,
    detail: { county, tasks, opens_on: body.opens_on, closes_on: body.closes_on },
  })
  return { period_id: periodId, tasks }
}

interface TasksToAdd {
  readonly county: string
  readonly periodId: string
  readonly body: OpenPeriodBody
  readonly loaded: LoadedPack
  readonly units: ReadonlyMap<string, OfferedUnit>
}

async function addTasks(ctx: Ctx, { county, periodId, body, loaded, units }: TasksToAdd): Promise<number> {
  const rows = body.plans.flatMap((plan) =>
    [...new Set(plan.unit_ids)].flatMap((id) => {
      const unit = units.get(id)
      if (unit === undefined) return []
      const closesOn = plan.closes_on ?? body.closes_on
      return [
        {
          county_code: county,
          task_id: randomUUID(),
          period_id: periodId,
          register: plan.register,
          unit_id: unit.unit_id,
          unit_code: unit.code,
          unit_name: unit.name,
          unit_kind: unit.kind,
          township: unit.township,
          pack_id: loaded.pack.pack.id,
          pack_hash: loaded.hash,
          period_title: body.title,
          year: body.year,
          term: body.term ?? '',
          opens_on: plan.opens_on ?? body.opens_on,
          closes_on: closesOn,
          review_days: body.review_days ?? REVIEW_DAYS,
          has_first_review: plan.has_first_review,
          state: 'not_started',
          state_at: ctx.now,
          state_by: ctx.actor.name,
          due_on: closesOn,
          org_path: unit.path,
        },
      ]
    }),
  )
  const [first] = rows
  if (first === undefined) return 0
  await ctx.db.loadRows(
    'collection_tasks',
    Object.keys(first),
    rows.map((row) => Object.values(row)),
  )
  await ctx.db.run(
    `insert into collection_task_events (county_code, task_id, action, state, version, actor_id, actor_name, occurred_at,
       says, org_path)
     select county_code, task_id, 'open', 'not_started', 1, $3, $4, $5, $6, org_path from collection_tasks
     where county_code = $1 and period_id = $2`,
    [county, periodId, ctx.actor.id, ctx.actor.name, ctx.now, body.title],
  )
  return rows.length
}

function assertWindow({ opens_on, closes_on }: { readonly opens_on: string; readonly closes_on: string }): void {
  if (closes_on < opens_on) throw new AppError('collection.window_invalid', { opens_on, closes_on })
}

/** Of two periods of one title the database lets one in. */
function refuseTaken(error: unknown, title: string): never {
  if (error instanceof SqlError && error.sqlstate === sqlstates.uniqueViolation)
    throw new AppError('collection.title_taken', { title })
  throw error
}

function assertKnown({ plans }: OpenPeriodBody, units: ReadonlyMap<string, OfferedUnit>): void {
  const unknown = [...new Set(plans.flatMap(({ unit_ids }) => unit_ids))].filter((id) => !units.has(id))
  if (unknown.length === 0) return
  const names = `${unknown.slice(0, NAMED).join('、')}${unknown.length > NAMED ? '等' : ''}`
  throw new AppError('collection.units_unknown', { count: unknown.length, names })
}
