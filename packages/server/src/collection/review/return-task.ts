import { randomUUID } from 'node:crypto'
import { type ReturnBody, shownEntry } from '@eduduty/core/collection'
import { dayOf } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { isSealed } from '../rows/cell-guard.ts'
import { assertRows, readRegisterRows } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { lockTask, type Task } from '../tasks/get-task.ts'
import { moveTask } from '../tasks/move-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'

/**
 * Gives a task back to its unit, whole or by the cell: only what is named is open then. What was returned before and not
 * named again is settled. Errors: the refusals of returning, `collection.due_past`, `collection.row_not_found`,
 * `request.invalid`.
 */
export async function returnTask(ctx: Ctx, key: TaskKey, body: ReturnBody): Promise<Task> {
  if (body.due_on < dayOf(ctx.now)) throw new AppError('collection.due_past', { due_on: body.due_on })
  const before = await lockTask(ctx, key)
  const shown = await shownCells(ctx, before, body)
  const task = await moveTask(ctx, key, {
    deed: 'return',
    reason: body.reason,
    says: body.cells.length === 0 ? '整张表' : `${body.cells.length} 处`,
    set: { due_on: body.due_on, submitted_by: null, first_reviewed_by: null },
  })
  await ctx.db.run(
    `update collection_returned_cells set settled_at = $3
     where county_code = $1 and task_id = $2 and settled_at is null`,
    [key.county, key.taskId, ctx.now],
  )
  const whole = [{ row_no: 0, column: '', reason: body.reason }]
  await ctx.db.loadRows(
    'collection_returned_cells',
    [
      'county_code',
      'return_id',
      'task_id',
      'submission_id',
      'row_no',
      'column_id',
      'found_text',
      'reason',
      'due_on',
      'returned_by',
      'returned_at',
      'org_path',
    ],
    (body.cells.length === 0 ? whole : body.cells).map((cell) => [
      key.county,
      randomUUID(),
      key.taskId,
      before.row.submission_id ?? '',
      cell.row_no,
      cell.column,
      shown(cell.row_no, cell.column),
      cell.reason,
      body.due_on,
      ctx.actor.name,
      ctx.now,
      before.row.org_path,
    ]),
  )
  return task
}

async function shownCells(ctx: Ctx, { row, pack }: Task, body: ReturnBody) {
  const register = pack.register(row.register)
  const rowNos = [...new Set(body.cells.map((cell) => cell.row_no))].filter((rowNo) => rowNo !== 0)
  const unknown = body.cells.find(({ column }) => column !== '' && !register.columns.some(({ id }) => id === column))
  if (unknown !== undefined) throw new AppError('request.invalid', { reason: `没有“${unknown.column}”这一栏` })
  const table = await getRegisterTable(ctx.db, pack, register)
  const wanted = { county: row.county_code, submissionId: row.submission_id ?? '', rowNos }
  await assertRows(ctx.db, table, wanted, rowNos)
  const rows = new Map((await readRegisterRows(ctx.db, table, wanted)).map((one) => [one.rowNo, one]))
  return (rowNo: number, id: string): string => {
    const column = register.columns.find((candidate) => candidate.id === id)
    const stored = rows.get(rowNo)
    if (column === undefined || stored === undefined || isSealed(column)) return ''
    return stored.refused[id] ?? shownEntry(stored.values[id], column, pack.reading.codes)
  }
}
