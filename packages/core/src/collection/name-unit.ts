import type { Register } from '../packs/index.ts'
import type { Finding } from './finding.ts'
import { findNameColumn, keyColumns } from './reading-plan.ts'
import type { RegisterRow } from './register-row.ts'

/** The unit that a row belongs to, as a finding names it: its code and, where the register has one, its name. */
export function nameUnit(register: Register, values: RegisterRow['values']): Pick<Finding, 'unit' | 'unit_name'> {
  const code = values[keyColumns(register)[0]?.id ?? '']
  const name = values[findNameColumn(register)?.id ?? '']
  return {
    ...(typeof code === 'string' ? { unit: code } : {}),
    ...(typeof name === 'string' ? { unit_name: name } : {}),
  }
}
