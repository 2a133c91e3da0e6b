import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** Takes a delegation back, or gives it back: either side may, at any time. Errors: `identity.delegation_over`. */
export async function endDelegation({ db, actor, now, audit }: Ctx, delegation: string): Promise<void> {
  const [row] = await db.run<{ giver_name: string; delegate_name: string }>(
    `update identity_delegations set withdrawn_at = $4
     where county_code = $1 and delegation_id = $2 and (giver_id = $3 or delegate_id = $3) and withdrawn_at is null
     returning giver_name, delegate_name`,
    [actor.county, delegation, actor.id, now],
  )
  if (row === undefined) throw new AppError('identity.delegation_over')
  audit({ action: 'identity.end_delegation', subject: `${row.giver_name} → ${row.delegate_name}` })
}
