import type { AnswerRow } from './answers.ts'
import type { CellChange, PlantedFault } from './planted-fault.ts'
import { readingFaults } from './reading-faults.ts'
import { standardFaults } from './standard-faults.ts'

/** Every fault planted in the demo county. */
export const plantedFaults: readonly PlantedFault[] = [...standardFaults, ...readingFaults]

/** Rows with the planted changes in them. Throws when a change finds no row: the list would lie. */
export function plantFaults(rows: readonly AnswerRow[], year: number): AnswerRow[] {
  const planted = [...rows]
  for (const fault of plantedFaults) {
    if (fault.year !== year) continue
    for (const change of fault.changes ?? []) plantChange(planted, fault, change)
  }
  return planted
}

function plantChange(rows: AnswerRow[], fault: PlantedFault, change: CellChange): void {
  const at = rows.findIndex((row) => row.register === change.register && row.unit === change.unit)
  const row = rows[at]
  if (row === undefined) throw new Error(`植入问题 ${fault.id} 找不到 ${change.register} ${change.unit}`)
  const value = typeof change.value === 'function' ? change.value(row.answers) : change.value
  rows[at] = { ...row, answers: { ...row.answers, [change.column]: value } }
}
