import type { CellStory } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { guardOf } from '../rows/cell-guard.ts'
import { readRegisterRows } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { formColumns } from '../tasks/form-columns.ts'
import { getTask, type Task } from '../tasks/get-task.ts'
import { listFindings } from '../tasks/list-findings.ts'
import { listReturns } from '../tasks/list-returns.ts'
import { isRoster, type TaskKey } from '../tasks/task-row.ts'
import { readContextRows } from './context-rows.ts'
import { readChanges } from './read-changes.ts'
import { readPeers } from './read-peers.ts'
import { showRow } from './show-row.ts'

export interface CellWanted extends TaskKey {
  readonly rowNo: number
  readonly column: string
}

/**
 * What is known of one cell: its rule, last year, peers, history. Errors: `collection.task_not_found`,
 * `collection.row_not_found`, `request.not_found`.
 */
export async function readCellStory(ctx: Ctx, wanted: CellWanted, keyring: Keyring): Promise<CellStory> {
  const task = await getTask(ctx, wanted)
  const { row, pack } = task
  const register = pack.register(row.register)
  const column = formColumns(pack, register).find(({ id }) => id === wanted.column)
  if (column === undefined) throw new AppError('request.not_found')
  const table = await getRegisterTable(ctx.db, pack, register)
  const at = { county: row.county_code, submissionId: row.submission_id ?? '', rowNos: [wanted.rowNo] }
  const [stored] = row.submission_id === null ? [] : await readRegisterRows(ctx.db, table, at)
  if (stored === undefined && wanted.rowNo !== 0) throw new AppError('collection.row_not_found', { row: wanted.rowNo })
  const guard = guardOf(keyring, register, row.county_code)
  const shown = stored === undefined ? { cells: {}, refused: {} } : showRow(pack, register, stored, guard)
  const text = new Map(Object.entries({ ...shown.cells, ...shown.refused })).get(column.id) ?? ''
  const lastYear = await readLastYear(ctx, task, column.id, keyring)
  const peers = await readPeers(ctx, task, column.id)
  const isHere = (place: { readonly row_no: number }): boolean => place.row_no === wanted.rowNo || place.row_no === 0
  return {
    column,
    text,
    ...(lastYear !== undefined && { last_year: lastYear }),
    ...(peers !== undefined && { peers }),
    changes: await readChanges(ctx, task, wanted.rowNo, column.id),
    returns: (await listReturns(ctx, task)).filter((one) => isHere(one) && [column.id, ''].includes(one.column)),
    findings: (await listFindings(ctx, task)).filter((one) => isHere(one) && one.columns.includes(column.id)),
  }
}

/** What the unit reported in a column last year, as the form shows it; undefined for rosters, and where there is nothing. */
export async function readLastYear(
  ctx: Ctx,
  { row, pack }: Task,
  column: string,
  keyring: Keyring,
): Promise<string | undefined> {
  if (isRoster(pack, row.register)) return undefined
  const register = pack.register(row.register)
  const wanted = { county: row.county_code, path: row.org_path, year: row.year - 1, register, limit: 1 }
  const [before] = await readContextRows(ctx.db, pack, wanted, keyring)
  if (before === undefined) return undefined
  const { cells } = showRow(pack, register, { values: before.row.values, refused: {} }, undefined)
  return new Map(Object.entries(cells)).get(column)
}
