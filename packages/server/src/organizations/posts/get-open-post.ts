import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

export interface PostKey {
  readonly county: string
  readonly postId: string
}

/** A post in use within the caller's reach; nobody else gives or takes anything on it meanwhile. Errors: `organizations.post_not_found`. */
export async function getOpenPost({ db }: Ctx, { county, postId }: PostKey): Promise<{ readonly title: string }> {
  const post = await db.kysely
    .selectFrom('organizations_posts')
    .select('title')
    .where('county_code', '=', county)
    .where('post_id', '=', postId)
    .where('closed_on', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (post === undefined) throw new AppError('organizations.post_not_found')
  return post
}
