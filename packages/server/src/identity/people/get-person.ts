import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { PersonKey } from './person-key.ts'

export interface Person extends PersonKey {
  readonly unit_id: string
  readonly name: string
  readonly id_number_sealed: string | null
  readonly phone_sealed: string | null
  readonly org_path: string
}

/** A person within the caller's reach. Errors: `identity.not_found`, for a person elsewhere as for one that is none. */
export async function getPerson({ db }: Ctx, key: PersonKey): Promise<Person> {
  const person = await db.kysely
    .selectFrom('identity_people')
    .select(['county_code', 'person_id', 'unit_id', 'name', 'id_number_sealed', 'phone_sealed', 'org_path'])
    .where('county_code', '=', key.county_code)
    .where('person_id', '=', key.person_id)
    .executeTakeFirst()
  if (person === undefined) throw new AppError('identity.not_found', { what: '人员' })
  return person
}
