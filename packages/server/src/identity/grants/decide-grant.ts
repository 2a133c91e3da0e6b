import { type Decide, isRoleId, type Outcome } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { keepDecision } from '../appointments/appointment-rows.ts'
import { lockAppointments } from '../appointments/lock-appointments.ts'
import { assertKeptApart } from './assert-kept-apart.ts'
import { assertMayDecide } from './assert-may-decide.ts'
import { assertMayGrant } from './assert-may-grant.ts'
import { type GrantKey, getGrant } from './get-grant.ts'
import { getOpenPost } from './get-open-post.ts'

/**
 * The second approval of a grant, by another person than the one who proposed it; everything is checked again. Errors:
 * `identity.not_found`, `identity.already_decided`, `identity.own_proposal`, `identity.own_post`,
 * `identity.reason_missing`, `identity.kept_apart`.
 */
export async function decideGrant(ctx: Ctx, key: GrantKey, decision: Decide): Promise<Outcome> {
  const { county } = key
  await lockAppointments(ctx, county)
  const proposed = await getGrant(ctx, key)
  assertMayDecide(ctx, proposed, decision)
  const { post_id: postId, role, since, until, scope_path: scopePath } = proposed
  if (!isRoleId(role)) throw new AppError('identity.not_found', { what: '角色' })
  await assertMayGrant(ctx, { county, postId, role, scopePath })
  if (decision.approve) {
    await getOpenPost(ctx, county, postId)
    await assertKeptApart(ctx, { county, grant: { postId, role, since, until } })
  }
  const status = decision.approve ? 'approved' : 'rejected'
  await keepDecision(ctx, { kind: 'grant', county, id: key.grantId }, { status, reason: decision.reason })
  ctx.audit({
    action: 'identity.decide_grant',
    subject: proposed.subject,
    reason: decision.reason,
    detail: { grant: key.grantId, scope: scopePath, status },
  })
  return { id: key.grantId, status }
}
