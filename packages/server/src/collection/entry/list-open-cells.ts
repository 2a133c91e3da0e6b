import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from '../tasks/get-task.ts'

/** Which cells may be changed now. */
export interface OpenCells {
  has(rowNo: number, column: string): boolean
  /** Everything, or only what was returned. */
  readonly isWhole: boolean
}

const everything: OpenCells = { has: () => true, isWhole: true }

/**
 * In a task that was returned by the cell, only those cells and what was opened along with them; else all. A returned
 * row or form opens all it holds.
 */
export async function listOpenCells({ db }: Pick<Ctx, 'db'>, { row }: Task): Promise<OpenCells> {
  if (row.state !== 'returned') return everything
  const returned = await db.run<{ row_no: number; column_id: string }>(
    `select row_no, column_id from collection_returned_cells
     where county_code = $1 and task_id = $2 and settled_at is null and purpose <> 'asked'`,
    [row.county_code, row.task_id],
  )
  const places = new Set(returned.map((one) => `${one.row_no} ${one.column_id}`))
  if (places.size === 0 || places.has('0 ')) return everything
  return {
    has: (rowNo, column) => places.has(`${rowNo} ${column}`) || places.has(`${rowNo} `) || places.has(`0 ${column}`),
    isWhole: false,
  }
}
