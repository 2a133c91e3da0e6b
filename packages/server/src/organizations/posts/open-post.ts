import { randomUUID } from 'node:crypto'
import { isUnitName, type OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

export interface OpenPost {
  readonly county: string
  readonly unitId: string
  readonly title: string
}

export interface OpenedPost {
  readonly postId: string
  readonly orgPath: OrgPath
}

/** Sets up a post in an open unit. Errors: `organizations.unit_not_found`, `unit_closed`, `name_invalid`. */
export async function openPost({ db, audit }: Ctx, { county, unitId, title }: OpenPost): Promise<OpenedPost> {
  if (!isUnitName(title)) throw new AppError('organizations.name_invalid', { name: title })
  const unit = await db.kysely
    .selectFrom('organizations_units as u')
    .innerJoin('organizations_unit_versions as v', (join) =>
      join.onRef('v.county_code', '=', 'u.county_code').onRef('v.unit_id', '=', 'u.unit_id'),
    )
    .select(['u.org_path', 'u.closed_on', 'v.name'])
    .where('u.county_code', '=', county)
    .where('v.county_code', '=', county)
    .where('u.unit_id', '=', unitId)
    .orderBy('v.since', 'desc')
    .limit(1)
    // A move of the unit waits until the row below is kept, and takes it along.
    .forShare('u')
    .executeTakeFirst()
  if (unit === undefined) throw new AppError('organizations.unit_not_found')
  if (unit.closed_on !== null) throw new AppError('organizations.unit_closed', { name: unit.name })
  const postId = randomUUID()
  await db.kysely
    .insertInto('organizations_posts')
    .values({ county_code: county, post_id: postId, unit_id: unitId, title, org_path: unit.org_path })
    .execute()
  audit({ action: 'organizations.open_post', subject: `${unit.name} ${title}`, detail: { county, post: postId } })
  return { postId, orgPath: unit.org_path }
}
