import { type IdNumberFault, isPhone, normalisePhone, parseIdNumber } from '@eduduty/core/identity'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { blindIndex, type SealKind, seal } from '../../platform/keys/seal.ts'
import { type NumberData, numberIndexes, numberPlace } from './number-places.ts'
import type { PersonKey } from './person-key.ts'

export interface NumbersInput {
  readonly id_number?: string | undefined
  readonly phone?: string | undefined
}

export interface Sealer {
  readonly keyring: Keyring
  readonly kind: SealKind
}

interface NumberColumns {
  id_number_sealed?: string | null
  id_number_index?: string | null
  phone_sealed?: string | null
  phone_index?: string | null
}

const faults: Readonly<Record<IdNumberFault, string>> = {
  length: '应为 18 位',
  characters: '只能有数字，最后一位可以是 X',
  birth_date: '其中的出生日期不存在',
  check_digit: '最后一位校验码不符，可能有一位写错',
}

/**
 * Columns for the numbers that are given: sealed for their row, with the index that finds them. An empty number clears
 * its columns. Errors: `identity.id_number_invalid`, `identity.phone_invalid`.
 */
export function sealNumbers(sealer: Sealer, person: PersonKey, { id_number, phone }: NumbersInput): NumberColumns {
  const columns: NumberColumns = {}
  if (id_number !== undefined) {
    const { sealed, index } = sealOne(sealer, person, 'id_number', tidyIdNumber(id_number))
    columns.id_number_sealed = sealed
    columns.id_number_index = index
  }
  if (phone !== undefined) {
    const { sealed, index } = sealOne(sealer, person, 'phone', tidyPhone(phone))
    columns.phone_sealed = sealed
    columns.phone_index = index
  }
  return columns
}

function tidyIdNumber(text: string): string {
  if (text.trim() === '') return ''
  const parsed = parseIdNumber(text)
  if ('fault' in parsed) throw new AppError('identity.id_number_invalid', { reason: faults[parsed.fault] })
  return parsed.number
}

function tidyPhone(text: string): string {
  if (text.trim() === '') return ''
  if (!isPhone(text)) throw new AppError('identity.phone_invalid')
  return normalisePhone(text)
}

function sealOne({ keyring, kind }: Sealer, person: PersonKey, data: NumberData, number: string) {
  if (number === '') return { sealed: null, index: null }
  return {
    sealed: seal(keyring, numberPlace(data, person), number, kind),
    index: blindIndex(keyring, numberIndexes[data], person.county, number),
  }
}
