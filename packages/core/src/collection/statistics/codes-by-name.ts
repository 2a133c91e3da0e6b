import type { Register } from '../../packs/index.ts'
import { findNameColumn, keyColumns } from '../reading-plan.ts'
import type { RegisterRow } from '../register-row.ts'

/** Finds the code of a unit by the name that filled tables give it; a name that two units bear finds none. */
export function codesByName(
  rows: readonly RegisterRow[],
  registers: readonly Register[],
): (name: string) => string | undefined {
  const codes = new Map<string, Set<string>>()
  for (const register of registers) {
    const name = findNameColumn(register)?.id
    const [key, ...rest] = keyColumns(register)
    if (name === undefined || key === undefined || rest.length > 0) continue
    for (const row of rows) {
      const [code, called] = [row.values[key.id], row.values[name]]
      if (row.register !== register.id || typeof code !== 'string' || typeof called !== 'string') continue
      codes.set(called, (codes.get(called) ?? new Set()).add(code))
    }
  }
  return (name) => {
    const [code, ...others] = codes.get(name) ?? []
    return others.length === 0 ? code : undefined
  }
}
