import { isRoleId, roles } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

export interface GrantKey {
  readonly county: string
  readonly grantId: string
}

/** A grant within the caller's reach, with the words for it. Errors: `identity.not_found`. */
export async function getGrant({ db }: Ctx, key: GrantKey) {
  const row = await db.kysely
    .selectFrom('identity_grants as grant')
    .innerJoin('organizations_posts as post', (join) =>
      join.onRef('post.county_code', '=', 'grant.county_code').onRef('post.post_id', '=', 'grant.post_id'),
    )
    .select(['grant.post_id', 'grant.role', 'grant.scope_path', 'grant.since', 'grant.until', 'grant.status'])
    .select(['grant.proposed_by', 'post.title'])
    .select((row) =>
      row
        .selectFrom('organizations_unit_versions as unit')
        .select('unit.name')
        .whereRef('unit.county_code', '=', 'post.county_code')
        .whereRef('unit.unit_id', '=', 'post.unit_id')
        .where('unit.until', 'is', null)
        .as('unit_name'),
    )
    .where('grant.county_code', '=', key.county)
    .where('grant.grant_id', '=', key.grantId)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('identity.not_found', { what: '授权' })
  const title = isRoleId(row.role) ? roles[row.role].title : row.role
  return { ...row, until: row.until ?? undefined, subject: [row.unit_name, row.title, title].filter(Boolean).join(' ') }
}
