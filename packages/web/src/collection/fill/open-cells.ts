import type { ReturnedCell, TaskDetail } from '@eduduty/core/collection/tasks'
import { isReadOnly } from './form-shape.ts'
import type { CellPlace } from './task-queries.ts'

/** What was sent back, or opened along, and no reviewer has settled yet. */
export const openReturns = (returns: readonly ReturnedCell[]): readonly ReturnedCell[] =>
  returns.filter((one) => !one.is_settled && one.purpose !== 'asked')

/** What the unit asked for and nobody has granted: locked still. */
export const askedCells = (returns: readonly ReturnedCell[]): readonly ReturnedCell[] =>
  returns.filter((one) => !one.is_settled && one.purpose === 'asked')

/** A return of a whole row has no column, that of a whole table row 0. */
export function covers(one: ReturnedCell, row: number, column: string): boolean {
  return (one.row_no === 0 || one.row_no === row) && (one.column === '' || one.column === column)
}

/** Whether a cell stays locked while others of its table were sent back. */
export function staysLocked({ task, returns }: Pick<TaskDetail, 'task' | 'returns'>, place: CellPlace): boolean {
  const open = openReturns(returns)
  return task.state === 'returned' && open.length > 0 && !open.some((one) => covers(one, place.row, place.column))
}

/** Whether this person may change a cell now. */
export const isOpenCell = (detail: TaskDetail, place: CellPlace): boolean =>
  !isReadOnly(detail) && !staysLocked(detail, place)
