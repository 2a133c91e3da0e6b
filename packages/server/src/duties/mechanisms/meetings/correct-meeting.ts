import { dayOf } from '@eduduty/core/calendar'
import type { CorrectMeetingBody } from '@eduduty/core/duties'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Acting } from '../../acting.ts'
import { getUnitOf, openUnits } from '../record-owner.ts'
import { lockRecord } from '../strike-record.ts'
import { type Line, wordsBefore } from '../words-before.ts'

interface MeetingKey {
  readonly county: string
  readonly meeting: string
}

/**
 * Corrects what was entered of a meeting, or of one of its decisions; how it was written before stays in its history.
 * Errors: as `lockRecord`, `duties.record_not_found`, `duties.record_unit_not_found`, `duties.day_ahead`,
 * `duties.says_missing`, `duties.nothing_corrected`.
 */
export async function correctMeeting(acting: Acting, key: MeetingKey, body: CorrectMeetingBody): Promise<void> {
  const { ctx } = acting
  const reason = body.reason.trim()
  if (reason === '') throw new AppError('duties.says_missing')
  const owner = await lockRecord(acting, { county: key.county, kind: 'meeting', id: key.meeting })
  const lines = [
    ...(body.meeting === undefined ? [] : await changeMeeting(acting, key, body.meeting)),
    ...(body.decision === undefined ? [] : await changeDecision(acting, key, body.decision)),
  ]
  const was = wordsBefore(lines)
  await ctx.db.run(
    `insert into duties_meeting_changes (county_code, meeting_id, change_no, org_path, was, reason, changed_by, changed_at)
     select $1, $2, (select coalesce(max(change_no), 0) + 1 from duties_meeting_changes
       where county_code = $1 and meeting_id = $2), $3, $4, $5, $6, $7::timestamptz`,
    [key.county, key.meeting, owner.org_path, was, reason, ctx.actor.name, ctx.now],
  )
  ctx.audit({ action: 'duties.correct_meeting', subject: `${owner.unit_name}“${owner.title}”`, reason })
}

interface MeetingRow {
  readonly kind: string
  readonly title: string
  readonly held_on: string
  readonly chair: string
  readonly topics: readonly string[]
  readonly document: string
}

async function changeMeeting(
  { ctx }: Acting,
  { county, meeting }: MeetingKey,
  body: NonNullable<CorrectMeetingBody['meeting']>,
): Promise<readonly Line[]> {
  if (body.held_on > dayOf(ctx.now)) throw new AppError('duties.day_ahead', { day: body.held_on })
  const [held] = await ctx.db.run<MeetingRow>(
    `select kind, title, held_on, chair, topics, document from duties_meetings
     where county_code = $1 and meeting_id = $2`,
    [county, meeting],
  )
  if (held === undefined) throw new AppError('duties.record_not_found')
  const wanted = {
    kind: body.kind,
    title: body.title.trim(),
    held_on: body.held_on,
    chair: body.chair.trim(),
    topics: body.topics.map((one) => one.trim()),
    document: body.document.trim(),
  }
  await ctx.db.kysely
    .updateTable('duties_meetings')
    .set(wanted)
    .where('county_code', '=', county)
    .where('meeting_id', '=', meeting)
    .execute()
  return [
    ['会议名称', held.title, wanted.title],
    ['种类', held.kind, wanted.kind],
    ['召开日期', held.held_on, wanted.held_on],
    ['主持人', held.chair, wanted.chair],
    ['议题', held.topics.join('；'), wanted.topics.join('；')],
    ['会议纪要的文号', held.document, wanted.document],
  ]
}

interface DecisionRow {
  readonly decision_no: number
  readonly text: string
  readonly unit_name: string
  readonly due_on: string | null
}

async function changeDecision(
  acting: Acting,
  { county, meeting }: MeetingKey,
  { decision, text, unit: id, due_on: due }: NonNullable<CorrectMeetingBody['decision']>,
): Promise<readonly Line[]> {
  const { ctx } = acting
  const [held] = await ctx.db.run<DecisionRow>(
    `select decision_no, text, unit_name, due_on from duties_decisions
     where county_code = $1 and meeting_id = $2 and decision_id = $3`,
    [county, meeting, decision],
  )
  if (held === undefined) throw new AppError('duties.record_not_found')
  const unit = id === undefined ? undefined : getUnitOf(await openUnits(acting, county), id)
  await ctx.db.kysely
    .updateTable('duties_decisions')
    .set({ text: text.trim(), unit_id: unit?.unit_id ?? null, unit_name: unit?.name ?? '', due_on: due ?? null })
    .where('county_code', '=', county)
    .where('decision_id', '=', decision)
    .execute()
  const of = `决定${held.decision_no}`
  return [
    [of, held.text, text.trim()],
    [`${of}的承办单位`, held.unit_name, unit?.name ?? ''],
    [`${of}的期限`, held.due_on ?? '', due ?? ''],
  ]
}
