import type { CellEdit, CellPlace, CellResult, SaveCellsBody } from '@eduduty/core/collection'
import { type Column, unitDimensions } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { assertMay } from '../review/assert-may.ts'
import { type CellGuard, guardOf } from '../rows/cell-guard.ts'
import { readRegisterRows, type StoredRow } from '../rows/read-register-rows.ts'
import { getRegisterTable, type RegisterTable } from '../rows/register-table-of.ts'
import { addRegisterRows, changeRegisterRow } from '../rows/write-register-row.ts'
import { beginFilling } from '../tasks/begin-filling.ts'
import { lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { startSubmission } from '../tasks/start-submission.ts'
import { codeOf, isListOfUnits, type TaskKey } from '../tasks/task-row.ts'
import { cellTexts, type JudgedEdit, judgeEdit, type TakenEdit } from './judge-edit.ts'
import { listOpenCells, type OpenCells } from './list-open-cells.ts'
import { type ChangeWay, noteChanges, noteRowsChanged } from './note-changes.ts'
import { findLastChange } from './read-changes.ts'

export interface SavedEdits {
  readonly task: Task
  readonly results: readonly CellResult[]
  /** Cells that hold something else now. */
  readonly changed: number
}

type SavedRow = Pick<SavedEdits, 'results' | 'changed'>

interface Saving {
  readonly ctx: Ctx
  readonly task: Task
  readonly table: RegisterTable
  readonly submissionId: string
  readonly open: OpenCells
  readonly guard: CellGuard | undefined
  readonly way: ChangeWay
  readonly fileId: string | undefined
  readonly placeOf: SaveHow['placeOf']
}

export interface SaveHow {
  readonly keyring: Keyring
  readonly way: ChangeWay
  readonly fileId?: string
  /** Where in the file a column's value stands. */
  readonly placeOf?: ((column: string) => Pick<CellPlace, 'sheet' | 'cell'> | undefined) | undefined
}

/**
 * Saves typed cells of one task, each on its own: what cannot be read is kept as typed, what somebody else has changed
 * meanwhile is left alone and told, what is locked is told. Errors: why the task takes nothing now.
 */
export async function saveCells(
  ctx: Ctx,
  key: TaskKey,
  { edits }: SaveCellsBody,
  { keyring, way, fileId, placeOf }: SaveHow,
): Promise<SavedEdits> {
  const task = await lockTask(ctx, key)
  await assertMay(ctx, task, 'fill')
  const register = task.pack.register(task.row.register)
  const table = await getRegisterTable(ctx.db, task.pack, register)
  const submissionId = task.row.submission_id ?? (await startSubmission(ctx, task, task.row.version))
  const guard = guardOf(keyring, register, task.row.county_code)
  const open = await listOpenCells(ctx, task)
  const saving: Saving = { ctx, task, table, submissionId, open, guard, way, fileId, placeOf }
  const rows: SavedRow[] = []
  for (const [rowNo, group] of groupByRow(edits)) rows.push(await saveRow(saving, rowNo, group))
  await beginFilling(ctx, task)
  const changed = rows.reduce((sum, one) => sum + one.changed, 0)
  if (changed > 0) {
    await noteRowsChanged(ctx, task)
    ctx.audit({ action: 'collection.fill', subject: nameOf(task), detail: { cells: changed } })
  }
  return { task: await lockTask(ctx, key), results: rows.flatMap(({ results }) => results), changed }
}

function groupByRow(edits: readonly CellEdit[]): ReadonlyMap<number, readonly CellEdit[]> {
  const groups = new Map<number, CellEdit[]>()
  for (const edit of edits) {
    const group = groups.get(edit.row_no)
    if (group === undefined) groups.set(edit.row_no, [edit])
    else group.push(edit)
  }
  return groups
}

/** Row 0 is the one row of a form that has not been begun. */
async function saveRow(saving: Saving, rowNo: number, edits: readonly CellEdit[]): Promise<SavedRow> {
  const stored = await findRow(saving, rowNo)
  const { task, table, open, ctx, guard } = saving
  const texts = cellTexts(task.pack, guard)
  const judged: JudgedEdit[] = []
  for (const edit of edits) {
    const column = table.register.columns.find(({ id }) => id === edit.column)
    if (column === undefined) throw new AppError('request.invalid', { reason: `没有“${edit.column}”这一栏` })
    judged.push(judgeEdit(texts, { stored, column, edit, isOpen: open.has(stored.rowNo, column.id) }))
  }
  const taken = judged.flatMap(({ taken: change }) => change ?? [])
  if (taken.length > 0) await keep(saving, stored, taken)
  const results: CellResult[] = []
  for (const { result } of judged) {
    const isConflict = result.state === 'conflict'
    results.push({ ...result, ...(isConflict && (await findLastChange(ctx, task, stored.rowNo, result.column))) })
  }
  return { results, changed: taken.length }
}

async function keep(saving: Saving, stored: StoredRow, taken: readonly TakenEdit[]): Promise<void> {
  const { ctx, task, table, submissionId } = saving
  const refused = new Map(Object.entries(stored.refused))
  for (const { column, refusedText } of taken)
    if (refusedText === undefined) refused.delete(column)
    else refused.set(column, refusedText)
  const values = new Map(taken.map(({ column, value }) => [column, value]))
  const owner = { county: task.row.county_code, submissionId }
  const row = { rowNo: stored.rowNo, values, refused: Object.fromEntries(refused) }
  await changeRegisterRow(ctx.db, table, owner, row)
  const changes = taken.map(({ column, from, to }) => {
    const place = saving.placeOf?.(column)
    return { column, from, to, ...(place !== undefined && { place }) }
  })
  await noteChanges(ctx, task, { ...saving, rowNo: stored.rowNo, changes })
}

async function findRow({ ctx, task, table, submissionId }: Saving, rowNo: number): Promise<StoredRow> {
  const wanted = { county: task.row.county_code, submissionId, lock: true }
  const [found] = await readRegisterRows(ctx.db, table, {
    ...wanted,
    ...(rowNo !== 0 && { rowNos: [rowNo] }),
    limit: 1,
  })
  if (found !== undefined) return found
  if (rowNo !== 0) throw new AppError('collection.row_not_found', { row: rowNo })
  const values = keyValues(task, table)
  const [made] = await addRegisterRows(ctx.db, table, {
    county: task.row.county_code,
    submissionId,
    year: task.row.year,
    path: task.row.org_path,
    rows: [{ values, refused: {} }],
  })
  return { rowNo: made ?? 0, sourceRow: undefined, values, refused: {} }
}

/** What a new row holds from the start: whose it is. */
export function keyValues({ row, pack }: Task, { register }: RegisterTable): Readonly<Record<string, string>> {
  const isOwn = !isListOfUnits(pack, register.id)
  const units = isOwn ? unitDimensions(pack.pack) : new Set<string>()
  const entries = register.columns.flatMap((column): [string, string][] => {
    if (column.dimension !== undefined && units.has(column.dimension)) return [[column.id, codeOf(row)]]
    if (column.id === register.year_column) return [[column.id, String(row.year)]]
    return isOwn && column.type === 'text' && column.id === nameColumnOf(register.columns)
      ? [[column.id, row.unit_name]]
      : []
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

const nameColumnOf = (columns: readonly Column[]): string | undefined =>
  columns.find((column) => /^(?:学校|单位|幼儿园|机构)名称$/.test(column.title))?.id
