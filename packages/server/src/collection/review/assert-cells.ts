import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertRows } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import type { Task } from '../tasks/get-task.ts'
import type { CellAt } from './open-returned-cells.ts'

/**
 * Cells that are sent back or asked for are there, each in its row and column. Errors: `request.invalid` for a column,
 * `collection.row_not_found`.
 */
export async function assertCells(ctx: Ctx, { row, pack }: Task, cells: readonly CellAt[]): Promise<void> {
  const register = pack.register(row.register)
  const unknown = cells.find(({ column }) => column !== '' && !register.columns.some(({ id }) => id === column))
  if (unknown !== undefined) throw new AppError('request.invalid', { reason: `没有“${unknown.column}”这一栏` })
  const table = await getRegisterTable(ctx.db, pack, register)
  const rowNos = [...new Set(cells.map((cell) => cell.row_no))].filter((rowNo) => rowNo !== 0)
  await assertRows(ctx.db, table, { county: row.county_code, submissionId: row.submission_id ?? '' }, rowNos)
}
