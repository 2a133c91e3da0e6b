import { overlap, type Period } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Post } from './get-open-post.ts'

/** A post has one holder at a time; two people are two posts. Substitutes may stand beside. Errors: `identity.post_taken`. */
export async function assertPostFree(
  { db }: Ctx,
  post: Pick<Post, 'county' | 'postId' | 'title'>,
  time: Period & { readonly replaces?: string | undefined },
): Promise<void> {
  const held = await db.kysely
    .selectFrom('identity_tenures as tenure')
    .innerJoin('identity_people as person', (join) =>
      join.onRef('person.county_code', '=', 'tenure.county_code').onRef('person.person_id', '=', 'tenure.person_id'),
    )
    .select(['tenure.tenure_id', 'tenure.since', 'tenure.until', 'person.name'])
    .where('tenure.county_code', '=', post.county)
    .where('tenure.post_id', '=', post.postId)
    .where('tenure.status', '=', 'approved')
    .where('tenure.kind', '=', 'holder')
    .execute()
  const holder = held.find(
    (each) => each.tenure_id !== time.replaces && overlap({ since: each.since, until: each.until ?? undefined }, time),
  )
  if (holder !== undefined) throw new AppError('identity.post_taken', { post: post.title, name: holder.name })
}
