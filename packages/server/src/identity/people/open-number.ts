import type { Keyring } from '../../platform/keys/keyring.ts'
import { open } from '../../platform/keys/seal.ts'
import { type NumberData, numberPlace, type SealedNumbers } from './number-places.ts'
import type { PersonKey } from './person-key.ts'

interface Sealed extends PersonKey {
  readonly sealed: SealedNumbers
}

/** The number in the clear; undefined when the person has none. Errors: `keys.sealed_damaged`. */
export function openNumber(keyring: Keyring, person: Sealed, data: NumberData): string | undefined {
  const envelope = person.sealed[data]
  return envelope === null ? undefined : open(keyring, numberPlace(data, person), envelope)
}
