import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import type { DecisionBody, MeetingBody } from '@eduduty/core/duties'
import type { UnitEntry } from '@eduduty/core/organizations'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Acting } from '../../acting.ts'
import { getRecordOwner, getUnitOf, openUnits } from '../record-owner.ts'

/**
 * Enters a meeting with its decisions; gives its id. Errors: `duties.record_unit_not_found`, `duties.not_own_record`,
 * `duties.day_ahead`.
 */
export async function recordMeeting(acting: Acting, county: string, body: MeetingBody): Promise<string> {
  const { ctx } = acting
  const owner = await getRecordOwner(acting, county, body.unit)
  if (body.held_on > dayOf(ctx.now)) throw new AppError('duties.day_ahead', { day: body.held_on })
  const meeting = randomUUID()
  await ctx.db.kysely
    .insertInto('duties_meetings')
    .values({
      county_code: county,
      meeting_id: meeting,
      org_path: owner.org_path,
      unit_id: owner.unit_id,
      unit_name: owner.name,
      kind: body.kind,
      title: body.title.trim(),
      held_on: body.held_on,
      chair: body.chair.trim(),
      topics: body.topics.map((one) => one.trim()),
      document: body.document.trim(),
      made_by: ctx.actor.name,
      made_at: ctx.now,
    })
    .execute()
  const units = await openUnits(acting, county)
  for (const [at, decision] of body.decisions.entries())
    await keepDecision(acting, { county, meeting, no: at + 1, owner, units }, decision)
  ctx.audit({ action: 'duties.record_meeting', subject: `${owner.name}“${body.title.trim()}”` })
  return meeting
}

interface DecisionPlace {
  readonly county: string
  readonly meeting: string
  readonly no: number
  readonly owner: Pick<UnitEntry, 'org_path'>
  readonly units: readonly UnitEntry[]
}

/** Errors: `duties.record_unit_not_found`. */
export async function keepDecision(
  { ctx }: Acting,
  { county, meeting, no, owner, units }: DecisionPlace,
  { text, unit: id, due_on: due }: DecisionBody,
): Promise<void> {
  const unit = id === undefined ? undefined : getUnitOf(units, id)
  await ctx.db.kysely
    .insertInto('duties_decisions')
    .values({
      county_code: county,
      decision_id: randomUUID(),
      org_path: owner.org_path,
      meeting_id: meeting,
      decision_no: no,
      text: text.trim(),
      unit_id: unit?.unit_id ?? null,
      unit_name: unit?.name ?? '',
      due_on: due ?? null,
    })
    .execute()
}
