import { dayOf, type RoleId, roles } from '@eduduty/core/identity'
import { areaPath, countyOf, isOrgPath, isWithin } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

interface Granting {
  readonly county: string
  readonly postId: string
  readonly role: RoleId
  readonly scopePath: string
}

/**
 * What a grant must be whoever proposes or decides it: within their own scope, not for a post of their own, and an
 * administrator's for a whole area. Errors: `identity.not_found` (scope), `identity.own_post`,
 * `identity.administrator_scope`.
 */
export async function assertMayGrant(ctx: Ctx, { county, postId, role, scopePath }: Granting): Promise<void> {
  if (!isOrgPath(scopePath) || !ctx.scopes.some((scope) => isWithin(scopePath, scope)))
    throw new AppError('identity.not_found', { what: '范围' })
  if (roles[role].duty !== 'business' && areaPath(countyOf(scopePath)) !== scopePath)
    throw new AppError('identity.administrator_scope')
  const own = await ctx.db.kysely
    .selectFrom('identity_tenures')
    .select('tenure_id')
    .where('county_code', '=', county)
    .where('post_id', '=', postId)
    .where('person_id', '=', ctx.actor.id)
    .where('status', 'in', ['proposed', 'approved'])
    .where((where) => where.or([where('until', 'is', null), where('until', '>', dayOf(ctx.now))]))
    .executeTakeFirst()
  if (own !== undefined) throw new AppError('identity.own_post')
}
