import type { TaskDetail } from '@eduduty/core/collection/tasks'
import type { CellPlace } from '../fill/task-queries.ts'

/** The cells that hard rules tie to the chosen ones, in the order of the form, without those that are chosen themselves. */
export function tiedCells(
  { columns }: Pick<TaskDetail, 'columns'>,
  chosen: readonly CellPlace[],
): readonly CellPlace[] {
  const rows = [...new Set(chosen.map(({ row }) => row))]
  return rows.flatMap((row) => {
    const here = new Set(chosen.filter((cell) => cell.row === row).map(({ column }) => column))
    const tied = new Set(columns.filter(({ id }) => here.has(id)).flatMap(({ linked }) => linked))
    return columns.filter(({ id }) => tied.has(id) && !here.has(id)).map(({ id }) => ({ row, column: id }))
  })
}
