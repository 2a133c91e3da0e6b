import { isPhone, normalisePhone, parseIdNumber } from '@eduduty/core/identity'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Keyring } from '../../../platform/keys/keyring.ts'
import { blindIndex, open, seal } from '../../../platform/keys/seal.ts'

export type ChildNumber = 'id_number' | 'phone'

/** Copies of a case lie in several rows: the place of a number is the case. */
const placeOf = (county: string, caseId: string, column: ChildNumber) => ({
  table: 'enrolment_holdings',
  column,
  county,
  row: caseId,
})

/** Finds the same child in the registers of a county as well: their columns of identity numbers have the same index. */
export const childIndex = (keyring: Keyring, county: string, idNumber: string): string =>
  blindIndex(keyring, 'register identity', county, idNumber.toUpperCase())

export interface GivenNumbers {
  readonly id_number?: string | undefined
  readonly guardian_phone?: string | undefined
}

/** Columns of a child's numbers, sealed for the case. Errors: `enrolment.id_number_invalid`, `enrolment.phone_invalid`. */
export function sealChild(keyring: Keyring, county: string, caseId: string, given: GivenNumbers) {
  const idNumber = given.id_number?.trim() ?? ''
  const phone = given.guardian_phone?.trim() ?? ''
  if (phone !== '' && !isPhone(phone)) throw new AppError('enrolment.phone_invalid')
  const number = idNumber === '' ? undefined : tidyIdNumber(idNumber)
  return {
    id_number_sealed: number === undefined ? null : seal(keyring, placeOf(county, caseId, 'id_number'), number),
    id_number_index: number === undefined ? null : childIndex(keyring, county, number),
    phone_sealed: phone === '' ? null : seal(keyring, placeOf(county, caseId, 'phone'), normalisePhone(phone)),
  }
}

/** An identity number as it is kept. Errors: `enrolment.id_number_invalid`. */
export function tidyIdNumber(text: string): string {
  const parsed = parseIdNumber(text)
  if ('fault' in parsed) throw new AppError('enrolment.id_number_invalid')
  return parsed.number
}

/** Undefined where the child has none. */
export function openChildNumber(
  keyring: Keyring,
  { county_code: county, case_id: id }: { readonly county_code: string; readonly case_id: string },
  column: ChildNumber,
  sealed: string | null,
): string | undefined {
  return sealed === null ? undefined : open(keyring, placeOf(county, id, column), sealed)
}
