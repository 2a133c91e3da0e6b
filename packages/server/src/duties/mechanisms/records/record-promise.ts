import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import type { PromiseBody } from '@eduduty/core/duties'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Acting } from '../../acting.ts'
import { getRecordOwner, getUnitOf, openUnits } from '../record-owner.ts'

/**
 * Enters what a unit has set itself for a year or promised; gives its id. Errors: `duties.record_unit_not_found`,
 * `duties.not_own_record`, `duties.day_ahead`, `duties.days_reversed`.
 */
export async function recordPromise(acting: Acting, county: string, body: PromiseBody): Promise<string> {
  const { ctx } = acting
  const owner = await getRecordOwner(acting, county, body.unit)
  const { made_on: since, due_on: until } = body
  if (since > dayOf(ctx.now)) throw new AppError('duties.day_ahead', { day: since })
  if (until !== undefined && until <= since) throw new AppError('duties.days_reversed', { since, until })
  const lead = body.lead === undefined ? undefined : getUnitOf(await openUnits(acting, county), body.lead)
  const id = randomUUID()
  await ctx.db.kysely
    .insertInto('duties_promises')
    .values({
      county_code: county,
      promise_id: id,
      org_path: owner.org_path,
      unit_id: owner.unit_id,
      unit_name: owner.name,
      kind: body.kind,
      year: Number(since.slice(0, 4)),
      title: body.title.trim(),
      source: body.source.trim(),
      made_on: since,
      due_on: until ?? null,
      lead_id: lead?.unit_id ?? null,
      lead_name: lead?.name ?? '',
      made_by: ctx.actor.name,
      made_at: ctx.now,
    })
    .execute()
  ctx.audit({ action: 'duties.record_promise', subject: `${owner.name}“${body.title.trim()}”` })
  return id
}
