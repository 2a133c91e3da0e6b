import { type Static, Type } from 'typebox'
import { CountyCode, RowId, strict } from '../../platform/http/schemas.ts'
import type { PersonKey } from './person-key.ts'

/** A person as addresses and answers name them. */
export const OnePerson = Type.Object({ county_code: CountyCode, person_id: RowId }, strict)

export function personOf({ county_code: county, person_id: personId }: Static<typeof OnePerson>): PersonKey {
  return { county, personId }
}

export function namedPerson({ county: county_code, personId: person_id }: PersonKey): Static<typeof OnePerson> {
  return { county_code, person_id }
}
