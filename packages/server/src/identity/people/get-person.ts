import type { OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type SealedNumbers, sealedNumbers } from './number-places.ts'
import type { PersonKey } from './person-key.ts'

export interface Person extends PersonKey {
  readonly unitId: string
  readonly name: string
  readonly path: OrgPath
  readonly sealed: SealedNumbers
}

/** A person within the caller's reach. Errors: `identity.not_found`, for a person elsewhere as for one that is none. */
export async function getPerson({ db }: Ctx, { county, personId }: PersonKey): Promise<Person> {
  const row = await db.kysely
    .selectFrom('identity_people')
    .select(['unit_id', 'name', 'id_number_sealed', 'phone_sealed', 'org_path'])
    .where('county_code', '=', county)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('identity.not_found', { what: '人员' })
  const { unit_id: unitId, name, org_path: path } = row
  return { county, personId, unitId, name, path, sealed: sealedNumbers(row) }
}
