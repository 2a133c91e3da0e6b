import { dayOf, type RoleId, roles } from '@eduduty/core/identity'
import { areaPath, countyOf, isOrgPath, isWithin } from '@eduduty/core/organizations'
import { notOver } from '../../organizations/index.ts'
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
  const [own] = await ctx.db.run(
    `select 1 from identity_tenures t where t.county_code = $1 and t.post_id = $2 and t.person_id = $3
       and t.status in ('proposed', 'approved') and ${notOver('t', '$4')} limit 1`,
    [county, postId, ctx.actor.id, dayOf(ctx.now)],
  )
  if (own !== undefined) throw new AppError('identity.own_post')
}
