import type { SealedPlace } from '../../platform/keys/seal.ts'
import type { PersonKey } from './person-key.ts'

/** The sealed columns, by the data they hold. */
export type NumberData = 'id_number' | 'phone'

/** The envelopes of a person's numbers, as far as there are any. */
export type SealedNumbers = Readonly<Record<NumberData, string | null>>

export function sealedNumbers(row: {
  readonly id_number_sealed: string | null
  readonly phone_sealed: string | null
}): SealedNumbers {
  return { id_number: row.id_number_sealed, phone: row.phone_sealed }
}

/** Purposes of the blind indexes; each has a key of its own in every county. */
export const numberIndexes = {
  id_number: 'identity_people.id_number',
  phone: 'identity_people.phone',
} as const satisfies Record<NumberData, string>

/** Where the number of a person stands; an envelope moved to another person or column cannot be opened. */
export function numberPlace(data: NumberData, { county, personId }: PersonKey): SealedPlace {
  return { table: 'identity_people', column: `${data}_sealed`, county, row: personId }
}
