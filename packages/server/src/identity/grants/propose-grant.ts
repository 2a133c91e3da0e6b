import { randomUUID } from 'node:crypto'
import { isRoleId, type Outcome, type ProposeGrant, roles } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { lockAppointments } from '../appointments/lock-appointments.ts'
import { readSettings } from '../settings/read-settings.ts'
import { assertKeptApart } from './assert-kept-apart.ts'
import { assertMayGrant } from './assert-may-grant.ts'
import { assertPeriod } from './assert-period.ts'
import { getOpenPost } from './get-open-post.ts'

/**
 * Proposes a role with its scope for a post, or grants it where no second approval is asked for. Errors:
 * `identity.not_found`, `identity.period_invalid`, `identity.own_post`, `identity.administrator_scope`,
 * `identity.kept_apart`.
 */
export async function proposeGrant(ctx: Ctx, input: ProposeGrant): Promise<Outcome> {
  const { county_code: county, post_id: postId, role, scope_path, since, until, reason } = input
  assertPeriod(ctx, input)
  if (!isRoleId(role)) throw new AppError('identity.not_found', { what: '角色' })
  await lockAppointments(ctx, county)
  const post = await getOpenPost(ctx, county, postId)
  await assertMayGrant(ctx, { county, postId, role, scopePath: scope_path })
  await assertKeptApart(ctx, { county, grant: { postId, role, since, until } })
  const status = (await readSettings(ctx.db)).second_approval ? 'proposed' : 'approved'
  const id = randomUUID()
  const row = { county_code: county, grant_id: id, post_id: postId, role, scope_path, since, until: until ?? null }
  const made = { status, reason, proposed_by: ctx.actor.id, proposed_at: ctx.now, org_path: post.path }
  await ctx.db.kysely
    .insertInto('identity_grants')
    .values({ ...row, ...made })
    .execute()
  ctx.audit({
    action: 'identity.propose_grant',
    subject: `${post.unitName} ${post.title} ${roles[role].title}`,
    reason,
    detail: { grant: id, scope: scope_path, since, until: until ?? '', status },
  })
  return { id, status }
}
