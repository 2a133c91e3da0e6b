import type { Register } from '../../packs/index.ts'
import { keyColumns } from '../reading-plan.ts'
import type { RegisterRow } from '../register-row.ts'

/** What a row is about, the same for the row of another source; undefined where it does not say. */
export function rowKey(register: Register, row: RegisterRow): string | undefined {
  const keys = keyColumns(register).map(({ id }) => row.values[id])
  return keys.includes(undefined) ? undefined : JSON.stringify([register.id, row.year, ...keys])
}
