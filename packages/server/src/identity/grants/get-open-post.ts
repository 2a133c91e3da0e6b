import { dayOf } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

export interface Post {
  readonly county_code: string
  readonly post_id: string
  readonly title: string
  readonly org_path: string
}

/** A post within the caller's reach that is not closed, nor being closed. Errors: `identity.not_found`. */
export async function getOpenPost({ db, now }: Ctx, county: string, id: string): Promise<Post> {
  const post = await db.kysely
    .selectFrom('organizations_posts')
    .select(['county_code', 'post_id', 'title', 'org_path', 'closed_on'])
    .where('county_code', '=', county)
    .where('post_id', '=', id)
    .forShare()
    .executeTakeFirst()
  const closed = post?.closed_on !== null && post?.closed_on !== undefined && post.closed_on <= dayOf(now)
  if (post === undefined || closed) throw new AppError('identity.not_found', { what: '岗位' })
  return post
}
