import { type ReturnBody, shownEntry } from '@eduduty/core/collection'
import { dayOf } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { isSealed } from '../../platform/db/registers/register-table.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { linkedColumns } from '../packs/linked-columns.ts'
import { readRegisterRows } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { lockTask, type Task } from '../tasks/get-task.ts'
import { moveTask } from '../tasks/move-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'
import { assertCells } from './assert-cells.ts'
import { type CellAt, cellsBeyond, openCells } from './open-returned-cells.ts'
import { settleReturns } from './settle-returns.ts'

/**
 * Gives a task back to its unit, whole or by the cell: only what is named is open then, and what stands in a hard rule
 * with it, unless the reviewer names other cells to open along. What was returned before and not named again is settled.
 * Errors: the refusals of returning, `collection.due_past`, `collection.row_not_found`, `request.invalid`.
 */
export async function returnTask(ctx: Ctx, key: TaskKey, body: ReturnBody): Promise<Task> {
  if (body.due_on < dayOf(ctx.now)) throw new AppError('collection.due_past', { due_on: body.due_on })
  const before = await lockTask(ctx, key)
  const along = cellsAlong(before, body)
  await assertCells(ctx, before, [...body.cells, ...along])
  const shown = await shownCells(ctx, before, [...body.cells, ...along])
  const opened = along.length === 0 ? '' : `，一并开放 ${along.length} 格`
  const task = await moveTask(ctx, key, {
    deed: 'return',
    reason: body.reason,
    says: body.cells.length === 0 ? '整张表' : `${body.cells.length} 处${opened}`,
    set: { due_on: body.due_on, submitted_by: null, first_reviewed_by: null },
  })
  await settleReturns(ctx, key)
  const whole = [{ row_no: 0, column: '', reason: body.reason }]
  const mend = (body.cells.length === 0 ? whole : body.cells).map((cell) => ({ ...cell, purpose: 'mend' as const }))
  const linked = along.map((cell) => ({ ...cell, reason: LINKED, purpose: 'linked' as const }))
  const cells = [...mend, ...linked].map((cell) => ({ ...cell, found: shown(cell.row_no, cell.column) }))
  await openCells(ctx, before, { cells, due_on: body.due_on })
  return task
}

const LINKED = '与退回的格有强制性关系，一并开放；可以不改，不用答复'

/** What the reviewer wants open along with the returned cells; by default all that hard rules tie to them. */
function cellsAlong({ row, pack }: Task, { cells, open_also }: ReturnBody): readonly CellAt[] {
  if (cells.some(({ row_no, column }) => row_no === 0 && column === '')) return []
  const links = linkedColumns(pack, pack.register(row.register))
  const tied = cells.flatMap(({ row_no, column }) => (links.get(column) ?? []).map((id) => ({ row_no, column: id })))
  return cellsBeyond(open_also ?? tied, cells)
}

async function shownCells(ctx: Ctx, { row, pack }: Task, cells: readonly CellAt[]) {
  const register = pack.register(row.register)
  const rowNos = [...new Set(cells.map((cell) => cell.row_no))].filter((rowNo) => rowNo !== 0)
  const table = await getRegisterTable(ctx.db, pack, register)
  const wanted = { county: row.county_code, submissionId: row.submission_id ?? '', rowNos }
  const rows = new Map((await readRegisterRows(ctx.db, table, wanted)).map((one) => [one.rowNo, one]))
  return (rowNo: number, id: string): string => {
    const column = register.columns.find((candidate) => candidate.id === id)
    const stored = rows.get(rowNo)
    if (column === undefined || stored === undefined || isSealed(column)) return ''
    return stored.refused[id] ?? shownEntry(stored.values[id], column, pack.reading.codes)
  }
}
