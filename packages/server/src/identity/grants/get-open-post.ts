import { dayOf } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

export interface Post {
  readonly county_code: string
  readonly post_id: string
  readonly title: string
  readonly unit_name: string
  readonly org_path: string
}

/** A post within the caller's reach that is not closed, nor being closed. Errors: `identity.not_found`. */
export async function getOpenPost({ db, now }: Ctx, county: string, id: string): Promise<Post> {
  const post = await db.kysely
    .selectFrom('organizations_posts as post')
    .select(['county_code', 'post_id', 'title', 'org_path', 'closed_on'])
    .select((row) =>
      row
        .selectFrom('organizations_unit_versions as unit')
        .select('unit.name')
        .whereRef('unit.county_code', '=', 'post.county_code')
        .whereRef('unit.unit_id', '=', 'post.unit_id')
        .where('unit.until', 'is', null)
        .as('unit_name'),
    )
    .where('county_code', '=', county)
    .where('post_id', '=', id)
    .forShare('post')
    .executeTakeFirst()
  const closed = post?.closed_on !== null && post?.closed_on !== undefined && post.closed_on <= dayOf(now)
  if (post === undefined || closed) throw new AppError('identity.not_found', { what: '岗位' })
  return { ...post, unit_name: post.unit_name ?? '' }
}
