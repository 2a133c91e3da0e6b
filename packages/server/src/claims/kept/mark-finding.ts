import type { MarkFindingBody } from '@eduduty/core/claims'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type CheckKey, getCheck, resultOf } from './check-row.ts'

/**
 * Says what became of a finding, for colleagues to see. Errors: `claims.not_found`, `claims.finding_not_found`,
 * `claims.reason_missing`.
 */
export async function markFinding(ctx: Ctx, key: CheckKey, { finding, state, note }: MarkFindingBody): Promise<void> {
  const row = await getCheck(ctx, key)
  if (resultOf(row).check.findings[finding] === undefined) throw new AppError('claims.finding_not_found')
  const said = note.trim()
  if (state === 'no_problem' && said === '') throw new AppError('claims.reason_missing')
  await ctx.db.kysely
    .insertInto('claims_marks')
    .values({
      county_code: key.county,
      check_id: key.check,
      org_path: row.org_path,
      finding,
      state,
      note: said,
      person_id: ctx.actor.id,
      person_name: ctx.actor.name,
      marked_at: ctx.now,
    })
    .execute()
  ctx.audit({ action: 'claims.mark', subject: row.title, detail: { finding: finding + 1, state } })
}
