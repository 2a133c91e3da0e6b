import { isPhone, normalisePhone } from '@eduduty/core/identity'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Keyring } from '../../../platform/keys/keyring.ts'
import { open, seal } from '../../../platform/keys/seal.ts'
import { childIndex, tidyIdNumber } from '../../cases/store/child-numbers.ts'
import type { ChildKey } from './child-row.ts'

export type CareSecret = 'id_number' | 'phone' | 'helper_phone' | 'diagnosis'

/** Copies lie in several rows: the place of a secret is the child. */
const placeOf = ({ county, child }: ChildKey, column: CareSecret) => ({
  table: 'enrolment_care_children',
  column,
  county,
  row: child,
})

export const sealOf = (keyring: Keyring, key: ChildKey, column: CareSecret, text: string): string =>
  seal(keyring, placeOf(key, column), text)

/** Undefined where nothing is kept. */
export const openOf = (
  keyring: Keyring,
  key: ChildKey,
  column: CareSecret,
  sealed: string | null,
): string | undefined => (sealed === null ? undefined : open(keyring, placeOf(key, column), sealed))

/** A telephone, sealed; null where there is none. Errors: `enrolment.phone_invalid`. */
export function sealPhone(
  keyring: Keyring,
  key: ChildKey,
  column: 'phone' | 'helper_phone',
  given: string | undefined,
): string | null {
  const phone = given?.trim() ?? ''
  if (phone === '') return null
  if (!isPhone(phone)) throw new AppError('enrolment.phone_invalid')
  return sealOf(keyring, key, column, normalisePhone(phone))
}

/** Columns of an identity number. Errors: `enrolment.id_number_invalid`. */
export function sealIdNumber(keyring: Keyring, key: ChildKey, given: string | undefined) {
  const text = given?.trim() ?? ''
  if (text === '') return { id_number_sealed: null, id_number_index: null }
  const number = tidyIdNumber(text)
  return {
    id_number_sealed: sealOf(keyring, key, 'id_number', number),
    id_number_index: childIndex(keyring, key.county, number),
  }
}
