import {
  type GrantInForce,
  isShownInFull,
  maskIdNumber,
  maskName,
  maskPhone,
  type PersonEntry,
} from '@eduduty/core/identity'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { sealedNumbers } from './number-places.ts'
import { openNumber } from './open-number.ts'

/** What is needed to show personal data to somebody: the keys, and what their posts allow. */
export interface Viewing {
  readonly keyring: Keyring
  readonly grants: readonly GrantInForce[]
}

export interface PersonRow {
  readonly county_code: string
  readonly person_id: string
  readonly unit_id: string
  readonly unit_name: string
  readonly name: string
  readonly id_number_sealed: string | null
  readonly phone_sealed: string | null
  readonly org_path: string
  readonly login_name: string
  readonly status: PersonEntry['status']
}

/** A person as they may be shown: numbers masked for everybody, the name for whoever does not need it. */
export function presentPerson(row: PersonRow, { keyring, grants }: Viewing): Omit<PersonEntry, 'posts'> {
  const { county_code, person_id, unit_id, unit_name, login_name, status } = row
  const person = { county: county_code, personId: person_id, sealed: sealedNumbers(row) }
  return {
    county_code,
    person_id,
    unit_id,
    unit_name,
    login_name,
    status,
    name: shownName(row, grants),
    id_number: masked(() => openNumber(keyring, person, 'id_number'), maskIdNumber),
    phone: masked(() => openNumber(keyring, person, 'phone'), maskPhone),
  }
}

/** One damaged envelope must not keep a whole list from being read. */
function masked(open: () => string | undefined, mask: (number: string) => string): string {
  try {
    const number = open()
    return number === undefined ? '' : mask(number)
  } catch (error) {
    if (error instanceof AppError && error.code === 'keys.sealed_damaged') return '（密文损坏）'
    throw error
  }
}

export function shownName(
  { name, org_path }: { readonly name: string; readonly org_path: string },
  grants: readonly GrantInForce[],
): string {
  return isShownInFull('name', grants, org_path) ? name : maskName(name)
}
