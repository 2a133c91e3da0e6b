import type { TaskDetail } from '@eduduty/core/collection/tasks'
import type { CellPlace } from '../fill/task-queries.ts'

interface TiedCells {
  readonly tied: readonly CellPlace[]
  /** Those of them that need not be filled, by what the row says now: nothing to ask a reviewer about. */
  readonly freed: readonly CellPlace[]
}

/** The cells that hard rules tie to the chosen ones, in the order of the form, without those that are chosen themselves. */
export function tiedCells(
  { columns, rows }: Pick<TaskDetail, 'columns' | 'rows'>,
  chosen: readonly CellPlace[],
): TiedCells {
  const numbers = [...new Set(chosen.map(({ row }) => row))]
  const all = numbers.flatMap((row) => {
    const here = new Set(chosen.filter((cell) => cell.row === row).map(({ column }) => column))
    const tied = new Set(columns.filter(({ id }) => here.has(id)).flatMap(({ linked }) => linked))
    return columns.filter(({ id }) => tied.has(id) && !here.has(id)).map(({ id }) => ({ row, column: id }))
  })
  const isFreed = ({ row, column }: CellPlace): boolean =>
    rows.some(({ row_no, not_applicable }) => row_no === row && not_applicable.includes(column))
  return { tied: all.filter((place) => !isFreed(place)), freed: all.filter(isFreed) }
}
