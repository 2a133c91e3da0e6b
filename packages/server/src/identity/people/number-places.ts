import type { SealedPlace } from '../../platform/keys/seal.ts'
import type { PersonKey } from './person-key.ts'

/** The sealed columns, by the data they hold. */
export type NumberData = 'id_number' | 'phone'

/** Purposes of the blind indexes; each has a key of its own in every county. */
export const numberIndexes = {
  id_number: 'identity_people.id_number',
  phone: 'identity_people.phone',
} as const satisfies Record<NumberData, string>

/** Where the number of a person stands; an envelope moved to another person or column cannot be opened. */
export function numberPlace(data: NumberData, { county_code, person_id }: PersonKey): SealedPlace {
  return { table: 'identity_people', column: `${data}_sealed`, county: county_code, row: person_id }
}
