import { dayOf, roles } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { notOver } from '../names/on-day.ts'

const administrators = Object.entries(roles).flatMap(([id, role]) => (role.duty === 'business' ? [] : [id]))

/**
 * Closing a post must not be a way to remove an administrator: that is the security administrator's to do, with a second
 * approval. `by`: the post itself, or the unit whose posts end. Errors: `organizations.administrator_post`.
 */
export async function assertNoAdministrator(
  ctx: Ctx,
  county: string,
  by: { readonly postId: string } | { readonly unitId: string },
): Promise<void> {
  const [column, value] = 'postId' in by ? ['post_id', by.postId] : ['unit_id', by.unitId]
  const today = dayOf(ctx.now)
  // First the posts themselves: what is being decided about them at this moment is waited for.
  await ctx.db.run(`select 1 from organizations_posts where county_code = $1 and ${column} = $2 for update`, [
    county,
    value,
  ])
  const [held] = await ctx.db.run<{ title: string }>(
    `select p.title from organizations_posts p
     join identity_grants g on g.county_code = p.county_code and g.post_id = p.post_id
       and g.status = 'approved' and g.role = any ($3::text[]) and ${notOver('g', '$4::date')}
     join identity_tenures t on t.county_code = p.county_code and t.post_id = p.post_id
       and t.status = 'approved' and ${notOver('t', '$4::date')}
     where p.county_code = $1 and p.${column} = $2 and p.closed_on is null limit 1`,
    [county, value, administrators, today],
  )
  if (held !== undefined) throw new AppError('organizations.administrator_post', { title: held.title })
}
