import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { NoticeKey } from './read-notice.ts'

/** Takes a notice back from every unit; who has confirmed it stays known. Errors: `desk.notice_not_found`. */
export async function recallNotice({ db, now, audit }: Ctx, { county, notice }: NoticeKey): Promise<void> {
  const [row] = await db.run<{ title: string }>(
    `update desk_notices set recalled_at = $3 where county_code = $1 and notice_id = $2 and recalled_at is null
     returning title`,
    [county, notice, now],
  )
  if (row === undefined) throw new AppError('desk.notice_not_found')
  await db.run('update desk_notice_units set recalled_at = $3 where county_code = $1 and notice_id = $2', [
    ...[county, notice, now],
  ])
  audit({ action: 'desk.recall_notice', subject: row.title })
}
