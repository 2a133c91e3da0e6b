import { dayOf } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { assertNoAdministrator } from './assert-no-administrator.ts'
import { getOpenPost, type PostKey } from './get-open-post.ts'

export interface ClosePost extends PostKey {
  readonly reason?: string
}

/**
 * Ends a post today: whoever holds it may do nothing by it any more. Errors: `organizations.post_not_found`,
 * `organizations.administrator_post`.
 */
export async function closePost(ctx: Ctx, { county, postId, reason }: ClosePost): Promise<void> {
  const { title } = await getOpenPost(ctx, { county, postId })
  await assertNoAdministrator(ctx, county, { postId })
  await ctx.db.kysely
    .updateTable('organizations_posts')
    .set({ closed_on: dayOf(ctx.now) })
    .where('county_code', '=', county)
    .where('post_id', '=', postId)
    .execute()
  ctx.audit({
    action: 'organizations.close_post',
    subject: title,
    ...(reason !== undefined && { reason }),
    detail: { county, post: postId },
  })
}
