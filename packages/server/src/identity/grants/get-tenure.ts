import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

export interface TenureKey {
  readonly county: string
  readonly tenureId: string
}

/** A tenure within the caller's reach, with the words for it. Errors: `identity.not_found`. */
export async function getTenure({ db }: Ctx, key: TenureKey) {
  const row = await db.kysely
    .selectFrom('identity_tenures as tenure')
    .innerJoin('organizations_posts as post', (join) =>
      join.onRef('post.county_code', '=', 'tenure.county_code').onRef('post.post_id', '=', 'tenure.post_id'),
    )
    .innerJoin('identity_people as person', (join) =>
      join.onRef('person.county_code', '=', 'tenure.county_code').onRef('person.person_id', '=', 'tenure.person_id'),
    )
    .select(['tenure.post_id', 'tenure.person_id', 'tenure.kind', 'tenure.since', 'tenure.until', 'tenure.status'])
    .select(['tenure.proposed_by', 'tenure.replaces_id', 'post.title', 'person.name'])
    .select((row) =>
      row
        .selectFrom('organizations_unit_versions as unit')
        .select('unit.name')
        .whereRef('unit.county_code', '=', 'post.county_code')
        .whereRef('unit.unit_id', '=', 'post.unit_id')
        .where('unit.until', 'is', null)
        .as('unit_name'),
    )
    .where('tenure.county_code', '=', key.county)
    .where('tenure.tenure_id', '=', key.tenureId)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('identity.not_found', { what: '任职' })
  return {
    ...row,
    until: row.until ?? undefined,
    subject: [row.name, row.unit_name, row.title].filter(Boolean).join(' '),
  }
}
