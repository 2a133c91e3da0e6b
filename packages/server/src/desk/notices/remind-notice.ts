import { type NoticeReminded, REMIND_AFTER_HOURS } from '@eduduty/core/desk'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { NoticeKey } from './read-notice.ts'

/**
 * Reminds the units that have not confirmed a notice and were not reminded in the last hours; that it was done is kept.
 * Errors: `desk.notice_not_found`, `desk.nobody_to_remind`.
 */
export async function remindNotice(ctx: Ctx, { county, notice }: NoticeKey): Promise<NoticeReminded> {
  const { db, now, actor } = ctx
  const [row] = await db.run<{ title: string; org_path: string }>(
    `select title, org_path from desk_notices
     where county_code = $1 and notice_id = $2 and recalled_at is null for update`,
    [county, notice],
  )
  if (row === undefined) throw new AppError('desk.notice_not_found')
  const reminded = await db.run<{ unit_name: string }>(
    `update desk_notice_units set reminded_at = $3, reminded_by = $4
     where county_code = $1 and notice_id = $2 and seen_at is null
       and (reminded_at is null or reminded_at <= $3::timestamptz - interval '${REMIND_AFTER_HOURS} hours')
     returning unit_name`,
    [county, notice, now, actor.name],
  )
  if (reminded.length === 0) throw new AppError('desk.nobody_to_remind', { hours: REMIND_AFTER_HOURS })
  await db.run(
    `insert into desk_notice_reminders (county_code, notice_id, reminder_no, org_path, units, reminded_by, reminded_at)
     select $1, $2, coalesce(max(reminder_no), 0) + 1, $3, $4, $5, $6 from desk_notice_reminders
     where county_code = $1 and notice_id = $2`,
    [county, notice, row.org_path, reminded.length, actor.name, now],
  )
  ctx.audit({ action: 'desk.remind_notice', subject: row.title, detail: { units: reminded.length } })
  return { units: reminded.length }
}
