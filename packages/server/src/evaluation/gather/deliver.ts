import { randomUUID } from 'node:crypto'
import { type DeliverBody, type DeliveryActor, type DeliveryDeed, refuseDelivery } from '@eduduty/core/evaluation'
import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { SqlError } from '../../platform/db/sql-error.ts'
import { sqlstates } from '../../platform/db/sqlstates.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getRunFacts } from '../find-run.ts'

interface LastStep {
  readonly delivery_id: string
  readonly delivery_no: number
  readonly run_id: string
  readonly deed: DeliveryDeed
  readonly sender: string
  readonly pack_id: string
  readonly year: number
  readonly step: number
}

/**
 * Hands a finished run up to the government above. A preview is handed up only with a reason. Errors:
 * `evaluation.run_not_found`, `evaluation.delivery_not_sender`, `evaluation.delivery_open`, `evaluation.delivery_same`,
 * `evaluation.delivery_reason`.
 */
export async function deliverRun(
  ctx: Ctx,
  county: string,
  { run, reason }: DeliverBody,
  actor: DeliveryActor,
): Promise<void> {
  const facts = await getRunFacts(ctx.db, { county, run })
  const says = reason.trim()
  const last = await findNewest(ctx, county, facts.packId, facts.year)
  const path = areaPath(county)
  const refusal = refuseDelivery({ deed: last?.deed, path, sender: last?.sender ?? '' }, actor, 'sent')
  if (refusal !== undefined) throw new AppError(`evaluation.delivery_${refusal}`)
  if (last?.run_id === run && last.deed === 'confirmed') throw new AppError('evaluation.delivery_same')
  if (facts.status === 'preview' && says === '') throw new AppError('evaluation.delivery_reason')
  const number = (last?.delivery_no ?? 0) + 1
  const kept = { delivery_id: randomUUID(), delivery_no: number, pack_id: facts.packId, year: facts.year, run_id: run }
  await addStep(ctx, county, { ...kept, step: 1, deed: 'sent', reason: says })
}

interface Deciding {
  readonly county: string
  readonly delivery: string
  readonly deed: Exclude<DeliveryDeed, 'sent'>
  readonly reason: string
}

/**
 * Withdraws, confirms or returns what was handed up; the first and the last take a reason. Errors:
 * `evaluation.delivery_not_found`, `evaluation.delivery_reason`, and the refusals of `refuseDelivery`.
 */
export async function decideDelivery(
  ctx: Ctx,
  { county, delivery, deed, reason }: Deciding,
  actor: DeliveryActor,
): Promise<void> {
  const last = await getLastStep(ctx, county, delivery)
  const refusal = refuseDelivery({ deed: last.deed, path: areaPath(county), sender: last.sender }, actor, deed)
  if (refusal !== undefined) throw new AppError(`evaluation.delivery_${refusal}`)
  const says = reason.trim()
  if (deed !== 'confirmed' && says === '') throw new AppError('evaluation.delivery_reason')
  await addStep(ctx, county, {
    delivery_id: delivery,
    delivery_no: last.delivery_no,
    pack_id: last.pack_id,
    year: last.year,
    run_id: last.run_id,
    step: last.step + 1,
    deed,
    reason: says,
  })
}

const lastSteps = `select distinct on (d.delivery_no) d.delivery_id, d.delivery_no, d.run_id, d.deed, d.pack_id, d.year, d.step,
    first.done_by as sender
  from evaluation_deliveries d
  join evaluation_deliveries first on first.county_code = d.county_code and first.delivery_id = d.delivery_id
    and first.step = 1`

async function findNewest({ db }: Ctx, county: string, pack: string, year: number): Promise<LastStep | undefined> {
  const [row] = await db.run<LastStep>(
    `${lastSteps} where d.county_code = $1 and d.pack_id = $2 and d.year = $3
     order by d.delivery_no desc, d.step desc limit 1`,
    [county, pack, year],
  )
  return row
}

async function getLastStep({ db }: Ctx, county: string, delivery: string): Promise<LastStep> {
  const [row] = await db.run<LastStep>(
    `${lastSteps} where d.county_code = $1 and d.delivery_id = $2 order by d.delivery_no, d.step desc limit 1`,
    [county, delivery],
  )
  if (row === undefined) throw new AppError('evaluation.delivery_not_found')
  return row
}

interface NewStep {
  readonly delivery_id: string
  readonly delivery_no: number
  readonly pack_id: string
  readonly year: number
  readonly run_id: string
  readonly step: number
  readonly deed: DeliveryDeed
  readonly reason: string
}

/** Of two people at once the database lets one in. */
async function addStep(ctx: Ctx, county: string, row: NewStep): Promise<void> {
  await ctx.db.kysely
    .insertInto('evaluation_deliveries')
    .values({
      county_code: county,
      delivery_id: row.delivery_id,
      step: row.step,
      delivery_no: row.delivery_no,
      pack_id: row.pack_id,
      year: row.year,
      run_id: row.run_id,
      deed: row.deed,
      reason: row.reason,
      done_by: ctx.actor.id,
      doer_name: ctx.actor.name,
      done_at: ctx.now,
      org_path: areaPath(county),
    })
    .execute()
    .catch((error: unknown) => {
      if (error instanceof SqlError && error.sqlstate === sqlstates.uniqueViolation)
        throw new AppError('evaluation.delivery_not_open')
      throw error
    })
  const actions = {
    sent: 'evaluation.deliver',
    withdrawn: 'evaluation.withdraw_delivery',
    confirmed: 'evaluation.confirm_delivery',
    returned: 'evaluation.return_delivery',
  } as const
  ctx.audit({ action: actions[row.deed], subject: row.run_id, detail: { county, year: row.year, reason: row.reason } })
}
