import { randomUUID } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import type { BodyBody, BodyChange, MemberBody } from '@eduduty/core/duties'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Acting } from '../../acting.ts'
import { getRecordOwner } from '../record-owner.ts'
import { lockRecord } from '../strike-record.ts'

/** Enters a leading group or committee with its members; gives its id. Errors: `duties.record_unit_not_found`, `duties.not_own_record`, `duties.day_ahead`. */
export async function recordBody(acting: Acting, county: string, body: BodyBody): Promise<string> {
  const { ctx } = acting
  const owner = await getRecordOwner(acting, county, body.unit)
  if (body.founded_on > dayOf(ctx.now)) throw new AppError('duties.day_ahead', { day: body.founded_on })
  const id = randomUUID()
  await ctx.db.kysely
    .insertInto('duties_bodies')
    .values({
      county_code: county,
      body_id: id,
      org_path: owner.org_path,
      unit_id: owner.unit_id,
      unit_name: owner.name,
      kind: body.kind,
      title: body.title.trim(),
      document: body.document.trim(),
      office: body.office.trim(),
      founded_on: body.founded_on,
      made_by: ctx.actor.name,
      made_at: ctx.now,
    })
    .execute()
  for (const [at, member] of body.members.entries())
    await keepMember(acting, { county, body: id, no: at + 1, path: owner.org_path }, member)
  ctx.audit({ action: 'duties.record_body', subject: `${owner.name}“${body.title.trim()}”` })
  return id
}

interface MemberPlace {
  readonly county: string
  readonly body: string
  readonly no: number
  readonly path: string
}

async function keepMember({ ctx }: Acting, { county, body, no, path }: MemberPlace, member: MemberBody): Promise<void> {
  await ctx.db.kysely
    .insertInto('duties_members')
    .values({
      county_code: county,
      body_id: body,
      member_no: no,
      org_path: path,
      name: member.name.trim(),
      post: member.post.trim(),
      role: member.role,
      since: member.since,
    })
    .execute()
}

/** Somebody joins or leaves, or the whole is dissolved; who was in it before stays to be seen. Errors: as `lockRecord`, `duties.days_reversed`. */
export async function changeBody(
  acting: Acting,
  { county, record: body }: { readonly county: string; readonly record: string },
  { joined, left, dissolved_on: dissolved }: BodyChange,
): Promise<void> {
  const { ctx } = acting
  const owner = await lockRecord(acting, { county, kind: 'body', id: body })
  if (joined !== undefined) {
    const [last] = await ctx.db.run<{ no: number }>(
      'select coalesce(max(member_no), 0) as no from duties_members where county_code = $1 and body_id = $2',
      [county, body],
    )
    await keepMember(acting, { county, body, no: (last?.no ?? 0) + 1, path: owner.org_path }, joined)
  }
  if (left !== undefined) await endTerm(acting, { county, body }, left)
  if (dissolved !== undefined)
    await ctx.db.run('update duties_bodies set dissolved_on = $3 where county_code = $1 and body_id = $2', [
      county,
      body,
      dissolved,
    ])
  ctx.audit({ action: 'duties.change_body', subject: `${owner.unit_name}“${owner.title}”` })
}

async function endTerm(
  { ctx }: Acting,
  { county, body }: { readonly county: string; readonly body: string },
  { no, until }: NonNullable<BodyChange['left']>,
): Promise<void> {
  const [member] = await ctx.db.run<{ since: string }>(
    'select since from duties_members where county_code = $1 and body_id = $2 and member_no = $3 and until is null',
    [county, body, no],
  )
  if (member === undefined) throw new AppError('duties.record_not_found')
  if (until <= member.since) throw new AppError('duties.days_reversed', { since: member.since, until })
  await ctx.db.run('update duties_members set until = $4 where county_code = $1 and body_id = $2 and member_no = $3', [
    county,
    body,
    no,
    until,
  ])
}
