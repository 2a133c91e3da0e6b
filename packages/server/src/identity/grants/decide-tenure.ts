import type { Decide, Outcome } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { keepDecision } from '../appointments/appointment-rows.ts'
import { lockAppointments } from '../appointments/lock-appointments.ts'
import { assertKeptApart } from './assert-kept-apart.ts'
import { assertMayDecide } from './assert-may-decide.ts'
import { assertPostFree } from './assert-post-free.ts'
import { getOpenPost } from './get-open-post.ts'
import { getTenure, type TenureKey } from './get-tenure.ts'
import { startTenure } from './start-tenure.ts'

/**
 * The second approval of a tenure, by another person than the one who proposed it; everything is checked again. Errors:
 * `identity.not_found`, `identity.already_decided`, `identity.own_proposal`, `identity.own_post`,
 * `identity.reason_missing`, `identity.post_taken`, `identity.kept_apart`, `identity.last_administrator`.
 */
export async function decideTenure(ctx: Ctx, key: TenureKey, decision: Decide): Promise<Outcome> {
  const { county } = key
  await lockAppointments(ctx, county)
  const proposed = await getTenure(ctx, key)
  assertMayDecide(ctx, proposed, decision)
  if (proposed.person_id === ctx.actor.id) throw new AppError('identity.own_post')
  if (decision.approve) {
    const { post_id: postId, person_id: personId, since, until } = proposed
    const replaces = proposed.replaces_id ?? undefined
    const post = await getOpenPost(ctx, county, postId)
    const tenure = { postId, personId, since, until }
    if (proposed.kind === 'holder') await assertPostFree(ctx, post, { since, until, replaces })
    await assertKeptApart(ctx, { county, tenure, replaces })
    await startTenure(ctx, { county, tenure, replaces })
  }
  const status = decision.approve ? 'approved' : 'rejected'
  await keepDecision(ctx, { kind: 'tenure', county, id: key.tenureId }, { status, reason: decision.reason })
  ctx.audit({
    action: 'identity.decide_tenure',
    subject: proposed.subject,
    reason: decision.reason,
    detail: { tenure: key.tenureId, status },
  })
  return { id: key.tenureId, status }
}
