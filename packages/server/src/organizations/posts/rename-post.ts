import { isUnitName } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getOpenPost, type PostKey } from './get-open-post.ts'

export interface RenamePost extends PostKey {
  readonly title: string
}

/** Gives a post another title; who holds it and what it may do stay. Errors: `organizations.post_not_found`, `name_invalid`. */
export async function renamePost(ctx: Ctx, { county, postId, title }: RenamePost): Promise<void> {
  if (!isUnitName(title)) throw new AppError('organizations.name_invalid', { name: title })
  const former = await getOpenPost(ctx, { county, postId })
  await ctx.db.kysely
    .updateTable('organizations_posts')
    .set({ title })
    .where('county_code', '=', county)
    .where('post_id', '=', postId)
    .execute()
  ctx.audit({
    action: 'organizations.rename_post',
    subject: `${former.title} → ${title}`,
    detail: { county, post: postId },
  })
}
