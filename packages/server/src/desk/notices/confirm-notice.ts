import type { ReceiptBody } from '@eduduty/core/desk'
import type { OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { NoticeKey } from './read-notice.ts'

/**
 * Confirms for one of `units`, those of somebody's posts, that a notice has come; an answer may be changed until it is recalled, the confirmation stays. Errors:
 * `desk.notice_not_found`, `desk.answer_missing`.
 */
export async function confirmNotice(
  ctx: Ctx,
  units: readonly OrgPath[],
  key: NoticeKey,
  input: ReceiptBody,
): Promise<void> {
  const [row] = await ctx.db.run<{ title: string; answer_by: string | null }>(
    `select title, answer_by from desk_notice_units
     where county_code = $1 and notice_id = $2 and unit_id = $3 and org_path = any($4::text[]) and recalled_at is null
     for update`,
    [key.county, key.notice, input.unit, units],
  )
  if (row === undefined) throw new AppError('desk.notice_not_found')
  const answer = input.answer.trim()
  if (row.answer_by !== null && answer === '') throw new AppError('desk.answer_missing')
  await ctx.db.run(
    `update desk_notice_units set answer = $4, seen_by = coalesce(seen_by, $5), seen_at = coalesce(seen_at, $6)
     where county_code = $1 and notice_id = $2 and unit_id = $3`,
    [key.county, key.notice, input.unit, answer, ctx.actor.name, ctx.now],
  )
  ctx.audit({ action: 'desk.confirm_notice', subject: row.title })
}
