import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import type { ContactBody, VisitBody } from '@eduduty/core/duties'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Acting } from '../../acting.ts'
import { getRecordOwner, getUnitOf, openUnits } from '../record-owner.ts'
import { lockRecord } from '../strike-record.ts'

/** Enters an official's contact school; gives its id. Errors: `duties.record_unit_not_found`, `duties.not_own_record`. */
export async function recordContact(acting: Acting, county: string, body: ContactBody): Promise<string> {
  const { ctx } = acting
  const owner = await getRecordOwner(acting, county, body.unit)
  const school = getUnitOf(await openUnits(acting, county), body.school)
  const id = randomUUID()
  await ctx.db.kysely
    .insertInto('duties_contacts')
    .values({
      county_code: county,
      contact_id: id,
      org_path: owner.org_path,
      unit_id: owner.unit_id,
      unit_name: owner.name,
      name: body.name.trim(),
      post: body.post.trim(),
      school_id: school.unit_id,
      school_name: school.name,
      since: body.since,
      made_by: ctx.actor.name,
      made_at: ctx.now,
    })
    .execute()
  ctx.audit({ action: 'duties.record_contact', subject: `${owner.name}“${body.name.trim()}联系${school.name}”` })
  return id
}

/** Notes a visit or a lecture at a contact school. Errors: as `lockRecord`, `duties.day_ahead`. */
export async function recordVisit(
  acting: Acting,
  { county, record: id }: { readonly county: string; readonly record: string },
  { kind, on, topic }: VisitBody,
): Promise<void> {
  const { ctx } = acting
  const { org_path: path, unit_name: unit, title } = await lockRecord(acting, { county, kind: 'contact', id })
  if (on > dayOf(ctx.now)) throw new AppError('duties.day_ahead', { day: on })
  await ctx.db.run(
    `insert into duties_visits (county_code, contact_id, visit_no, org_path, kind, on_day, topic)
     select $1, $2, coalesce(max(visit_no), 0) + 1, $3, $4, $5, $6 from duties_visits
     where county_code = $1 and contact_id = $2`,
    [county, id, path, kind, on, topic.trim()],
  )
  ctx.audit({ action: 'duties.record_visit', subject: `${unit}“${title}”`, detail: { on } })
}
