import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type CheckKey, getCheck } from './check-row.ts'

/** Deletes a check with its text; the log keeps which file it was. Errors: `claims.not_found`, `claims.not_owner`. */
export async function deleteCheck(ctx: Ctx, key: CheckKey): Promise<void> {
  const row = await getCheck(ctx, key)
  if (row.person_id !== ctx.actor.id) throw new AppError('claims.not_owner', { by: row.person_name })
  await ctx.db.run('delete from claims_checks where county_code = $1 and check_id = $2', [key.county, key.check])
  ctx.audit({ action: 'claims.delete', subject: row.title, detail: { sha256: row.sha256 } })
}

/** Deletes what is within reach and kept no longer: whoever adds a check clears away. */
export async function deleteExpired(ctx: Ctx): Promise<void> {
  const rows = await ctx.db.run<{ title: string }>(
    'delete from claims_checks where keep_until < $1::date returning title',
    [ctx.now],
  )
  for (const { title } of rows) ctx.audit({ action: 'claims.delete', subject: title, detail: { reason: '到期' } })
}
