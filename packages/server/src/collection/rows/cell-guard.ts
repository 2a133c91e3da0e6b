import { maskIdNumber, maskPhone } from '@eduduty/core/identity'
import type { Column, Register } from '@eduduty/core/packs'
import { isSealed } from '../../platform/db/registers/register-table.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { type LentKeys, lendKeys } from '../../platform/keys/lend-keys.ts'
import { blindIndex, open, type SealKind, seal } from '../../platform/keys/seal.ts'

const hasSealed = (register: Register): boolean => register.columns.some(isSealed)

export interface CellGuard {
  /** What is stored for a text: `<blind index>:<sealed>`. */
  close(column: Column, text: string): string
  /** What stands in front of the stored text of a whole number, to look for it. */
  find(column: Column, text: string): string
  /** The text again. Errors: `keys.sealed_damaged`. */
  reveal(column: Column, stored: string): string
  /** What is shown without a right to reveal: the first three and the last four signs. */
  mask(column: Column, stored: string): string
}

/** Where the sealed cells of a column stand. */
export const sealedPlaceOf = (register: Register, column: Column, county: string) => ({
  table: `register ${register.id}`,
  column: column.id,
  county,
  // Rows of a register come in by the hundred thousand and are numbered by the database: the place is the column.
  row: '',
})

/** Seals and opens the cells of one register in one county. */
function makeCellGuard(keyring: Keyring, register: Register, county: string, kind: SealKind): CellGuard {
  const sealedPart = (stored: string): string => stored.slice(stored.indexOf(':') + 1)
  const reveal = (column: Column, stored: string): string =>
    open(keyring, sealedPlaceOf(register, column, county), sealedPart(stored))
  const find = (column: Column, text: string): string =>
    blindIndex(keyring, `register ${column.personal ?? ''}`, county, text.toUpperCase())
  return {
    find,
    close: (column, text) => {
      const index = blindIndex(keyring, `register ${column.personal ?? ''}`, county, text)
      return `${index}:${seal(keyring, sealedPlaceOf(register, column, county), text, kind)}`
    },
    reveal,
    mask: (column, stored) =>
      column.personal === 'phone' ? maskPhone(reveal(column, stored)) : maskIdNumber(reveal(column, stored)),
  }
}

/** The keys that the guard of a register needs, for a thread; undefined where it has nothing sealed. */
export function lendRegisterKeys(keyring: Keyring, register: Register, county: string): LentKeys | undefined {
  if (!hasSealed(register)) return undefined
  return lendKeys(keyring, (lent) => {
    for (const column of register.columns.filter(isSealed)) guardOf(lent, register, county)?.close(column, '0')
  })
}

/** The keys that open what any version of them has sealed in a register; undefined where nothing is sealed. */
export function lendOpeningKeys(keyring: Keyring, register: Register, county: string): LentKeys | undefined {
  if (!hasSealed(register)) return undefined
  return lendKeys(keyring, (lent) => {
    for (const current of keyring.ids)
      for (const column of register.columns.filter(isSealed))
        guardOf({ ...lent, current }, register, county)?.close(column, '0')
  })
}

/** The guard of a register's sealed columns; undefined where it has none. */
export function guardOf(keyring: Keyring, register: Register, county: string): CellGuard | undefined {
  return hasSealed(register) ? makeCellGuard(keyring, register, county, 'aes') : undefined
}
