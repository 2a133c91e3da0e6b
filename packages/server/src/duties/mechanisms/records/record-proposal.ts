import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import type { AnswerBody, ProposalBody } from '@eduduty/core/duties'
import { noteClockEvent, startClocks } from '../../../clocks/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Acting } from '../../acting.ts'
import { getClockRule } from '../../tasks/clock-rules.ts'
import { getRecordOwner, getUnitOf, openUnits } from '../record-owner.ts'
import { lockRecord } from '../strike-record.ts'

/**
 * Enters a proposal or an inspection; from the day on which it was handed over its time limit runs. Gives its id. Errors:
 * `duties.record_unit_not_found`, `duties.not_own_record`, `duties.day_ahead`.
 */
export async function recordProposal(acting: Acting, county: string, body: ProposalBody): Promise<string> {
  const { ctx } = acting
  const owner = await getRecordOwner(acting, county, body.unit)
  if (body.received_on > dayOf(ctx.now)) throw new AppError('duties.day_ahead', { day: body.received_on })
  const lead = body.lead === undefined ? undefined : getUnitOf(await openUnits(acting, county), body.lead)
  const [id, title] = [randomUUID(), body.title.trim()]
  const clock = await startAnswerClock(ctx, { county, id, path: owner.org_path }, body)
  await ctx.db.kysely
    .insertInto('duties_proposals')
    .values({
      county_code: county,
      proposal_id: id,
      org_path: owner.org_path,
      unit_id: owner.unit_id,
      unit_name: owner.name,
      kind: body.kind,
      no: body.no.trim(),
      title,
      raised_by: body.raised_by.trim(),
      received_on: body.received_on,
      clock_id: clock ?? null,
      lead_id: lead?.unit_id ?? null,
      lead_name: lead?.name ?? '',
      made_by: ctx.actor.name,
      made_at: ctx.now,
    })
    .execute()
  ctx.audit({ action: 'duties.record_proposal', subject: `${owner.name}“${title}”` })
  return id
}

interface AnswerPlace {
  readonly county: string
  /** Of the proposal. */
  readonly id: string
  readonly path: string
}

/** The time limit of an answer, from the day on which it was handed over. */
export async function startAnswerClock(
  ctx: Ctx,
  { county, id, path }: AnswerPlace,
  { kind, title, received_on: on }: Pick<ProposalBody, 'kind' | 'title' | 'received_on'>,
): Promise<string | undefined> {
  const [clock] = await startClocks(ctx, county, [
    {
      path,
      subject: { kind: 'duties.proposal', id },
      title: `${kind}“${title.trim()}”的答复`,
      rule: await getClockRule('proposal_answer'),
      startedOn: on,
    },
  ])
  return clock
}

/**
 * Notes the answer: its clock stops on the day of the answer. What is said of it later is noted the same way. Errors: as
 * `lockRecord`, `duties.day_ahead`, `duties.days_reversed`.
 */
export async function answerProposal(
  acting: Acting,
  { county, record: id }: { readonly county: string; readonly record: string },
  body: AnswerBody,
): Promise<void> {
  const { ctx } = acting
  const { unit_name: unit, title } = await lockRecord(acting, { county, kind: 'proposal', id })
  const [row] = await ctx.db.run<{ received_on: string; answered_on: string | null; clock_id: string | null }>(
    'select received_on, answered_on, clock_id from duties_proposals where county_code = $1 and proposal_id = $2',
    [county, id],
  )
  const { answered_on: until } = body
  if (until > dayOf(ctx.now)) throw new AppError('duties.day_ahead', { day: until })
  if (row !== undefined && until < row.received_on)
    throw new AppError('duties.days_reversed', { since: row.received_on, until })
  await ctx.db.run(
    `update duties_proposals set answered_on = $3, answer = $4, satisfaction = $5
     where county_code = $1 and proposal_id = $2`,
    [county, id, until, body.answer.trim(), body.satisfaction ?? ''],
  )
  const clock = row?.clock_id ?? null
  if (clock !== null && row?.answered_on === null)
    await noteClockEvent(ctx, { county, clock }, { type: 'stop', on: until }, { reason: '已答复' })
  ctx.audit({ action: 'duties.answer_proposal', subject: `${unit}“${title}”` })
}
