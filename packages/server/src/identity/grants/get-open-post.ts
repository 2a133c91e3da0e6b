import { dayOf } from '@eduduty/core/identity'
import type { OrgPath } from '@eduduty/core/organizations'
import { isOpenOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

export interface Post {
  readonly county: string
  readonly postId: string
  readonly title: string
  readonly unitName: string
  readonly path: OrgPath
}

/** A post within the caller's reach that is not closed, nor being closed. Errors: `identity.not_found`. */
export async function getOpenPost({ db, now }: Ctx, county: string, postId: string): Promise<Post> {
  const post = await db.kysely
    .selectFrom('organizations_posts as post')
    .select(['title', 'org_path', 'closed_on'])
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
    .where('post_id', '=', postId)
    .forShare('post')
    .executeTakeFirst()
  if (post === undefined || !isOpenOn(post, dayOf(now))) throw new AppError('identity.not_found', { what: '岗位' })
  return { county, postId, title: post.title, unitName: post.unit_name ?? '', path: post.org_path }
}
