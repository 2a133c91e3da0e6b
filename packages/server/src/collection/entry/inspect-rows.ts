import { readEntry } from '@eduduty/core/collection'
import { blankFindings, cellFinding } from '@eduduty/core/consistency'
import { inspectRegister } from '@eduduty/core/evaluation'
import { maskIdNumber } from '@eduduty/core/identity'
import type { Register } from '@eduduty/core/packs'
import { isSealed } from '../../platform/db/registers/register-table.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import type { Task } from '../tasks/get-task.ts'
import type { CheckedTask, FoundProblem } from './checked-task.ts'
import type { RuleRow } from './task-rows.ts'

/** Rows of a task's register cell by cell: what was refused, what is blank, what need not be filled, and how many are filled. */
export function inspectRows(task: Task, register: Register, rows: readonly RuleRow[]): CheckedTask {
  const inspected = inspectNumbered(task, register, rows)
  return {
    problems: [
      ...rows.flatMap((one) => refusedCells(task.pack, register, one)),
      ...inspected.flatMap(({ rowNo, blank }) => blankFindings(register, rowNo, blank)),
    ],
    filledCells: rows.reduce((sum, one) => sum + Object.keys(one.row.values).length, 0),
    notApplicable: new Map(inspected.map(({ rowNo, notApplicable }) => [rowNo, notApplicable] as const)),
  }
}

/** Ids of the columns that each row need not hold. */
export function freedColumns(task: Task, register: Register, rows: readonly RuleRow[]): CheckedTask['notApplicable'] {
  return new Map(
    inspectNumbered(task, register, rows).map(({ rowNo, notApplicable }) => [rowNo, notApplicable] as const),
  )
}

function inspectNumbered({ row, pack }: Task, register: Register, rows: readonly RuleRow[]) {
  const numbers = new Map(rows.map((one) => [one.row, one.rowNo]))
  return inspectRegister({
    plan: pack.plan(),
    register: register.id,
    year: row.year,
    county: { code: row.county_code, name: '' },
    rows: rows.map((one) => one.row),
  }).map((one) => ({ ...one, rowNo: numbers.get(one.row) ?? 0 }))
}

function refusedCells(pack: TaskPack, register: Register, { rowNo, row }: RuleRow): readonly FoundProblem[] {
  return Object.entries(row.refused?.cells ?? {}).flatMap(([id, text]) => {
    const column = register.columns.find((candidate) => candidate.id === id)
    if (column === undefined) return []
    const { problem } = readEntry(text, column, pack.reading.codes)
    const masked = isSealed(column) ? `${column.title}不符合要求（${maskIdNumber(text)}）` : undefined
    const told = { text, ...(problem !== undefined && { problem }), ...(masked !== undefined && { message: masked }) }
    return [cellFinding(column, rowNo, told)]
  })
}
