import {
  type CellEdit,
  type CellPlace,
  type CellResult,
  readEntry,
  type SaveCellsBody,
  shownEntry,
} from '@eduduty/core/collection'
import { maskIdNumber } from '@eduduty/core/identity'
import type { Column } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { assertMay } from '../review/assert-may.ts'
import { type CellGuard, guardOf, isSealed } from '../rows/cell-guard.ts'
import { readRegisterRows, type StoredRow } from '../rows/read-register-rows.ts'
import { getRegisterTable, type RegisterTable } from '../rows/register-table-of.ts'
import { addRegisterRows, changeRegisterRow } from '../rows/write-register-row.ts'
import { lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { noteEvent } from '../tasks/note-event.ts'
import { startSubmission } from '../tasks/start-submission.ts'
import { isListOfUnits, type TaskKey } from '../tasks/task-row.ts'
import { type ChangeWay, noteChanges } from './note-changes.ts'
import { listOpenCells, type OpenCells } from './open-cells.ts'
import { findLastChange } from './read-changes.ts'

export interface SavedEdits {
  readonly task: Task
  readonly results: readonly CellResult[]
}

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
  const results: CellResult[] = []
  for (const [rowNo, group] of groupByRow(edits)) results.push(...(await saveRow(saving, rowNo, group)))
  if (task.row.state === 'not_started') await begin(ctx, task)
  const saved = results.filter(({ state }) => state === 'saved' || state === 'invalid').length
  if (saved > 0) ctx.audit({ action: 'collection.fill', subject: nameOf(task), detail: { cells: saved } })
  return { task: await lockTask(ctx, key), results }
}

async function begin(ctx: Ctx, { row }: Task): Promise<void> {
  await ctx.db.kysely
    .updateTable('collection_tasks')
    .set({ state: 'filling', state_at: ctx.now, state_by: ctx.actor.name })
    .where('county_code', '=', row.county_code)
    .where('task_id', '=', row.task_id)
    .execute()
  await noteEvent(ctx, row, { action: 'fill', state: 'filling' })
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
async function saveRow(saving: Saving, rowNo: number, edits: readonly CellEdit[]): Promise<readonly CellResult[]> {
  const stored = await findRow(saving, rowNo)
  const { task, table, open } = saving
  const values = new Map<string, string | boolean | undefined>()
  const refused = { ...stored.refused }
  const results: CellResult[] = []
  const changes: { column: string; from: string; to: string; place?: Pick<CellPlace, 'sheet' | 'cell'> }[] = []
  for (const edit of edits) {
    const column = table.register.columns.find(({ id }) => id === edit.column)
    if (column === undefined) throw new AppError('request.invalid', { reason: `没有“${edit.column}”这一栏` })
    const now = shownCell(saving, stored, column)
    const at = { row_no: stored.rowNo, column: column.id }
    if (!open.has(stored.rowNo, column.id)) {
      results.push({ ...at, state: 'locked', text: now, message: new AppError('collection.cell_locked').message })
      continue
    }
    if (edit.from !== now && edit.to !== now) {
      results.push({
        ...at,
        state: 'conflict',
        text: now,
        ...(await findLastChange(saving.ctx, task, stored.rowNo, column.id)),
      })
      continue
    }
    if (edit.to === now) {
      results.push({ ...at, state: column.id in refused ? 'invalid' : 'saved', text: now })
      continue
    }
    const entry = readEntry(edit.to, column, task.pack.reading.codes)
    delete refused[column.id]
    if (entry.refusedText !== undefined) refused[column.id] = String(closed(saving, column, entry.refusedText))
    values.set(column.id, closed(saving, column, entry.value))
    const text = entry.refusedText ?? shownAfter(saving, column, entry.value)
    const place = saving.placeOf?.(column.id)
    if (text !== now)
      changes.push({
        column: column.id,
        from: masked(saving, column, now),
        to: masked(saving, column, text),
        ...(place !== undefined && { place }),
      })
    const { problem } = entry
    const said = problem === undefined ? {} : { message: [problem.message, problem.advice].filter(Boolean).join('；') }
    results.push({ ...at, state: entry.refusedText === undefined ? 'saved' : 'invalid', text, ...said })
  }
  if (changes.length > 0) {
    const owner = { county: task.row.county_code, submissionId: saving.submissionId }
    await changeRegisterRow(saving.ctx.db, table, owner, { rowNo: stored.rowNo, values, refused })
    await noteChanges(saving.ctx, task, { ...saving, rowNo: stored.rowNo, changes })
  }
  return results
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
  const units = new Set(pack.pack.dimensions?.flatMap(({ id, kind }) => (kind === 'unit' && isOwn ? [id] : [])))
  const entries = register.columns.flatMap((column): [string, string][] => {
    if (column.dimension !== undefined && units.has(column.dimension)) return [[column.id, row.unit_code]]
    if (column.id === register.year_column) return [[column.id, String(row.year)]]
    return isOwn && column.type === 'text' && column.id === nameColumnOf(register.columns)
      ? [[column.id, row.unit_name]]
      : []
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

const nameColumnOf = (columns: readonly Column[]): string | undefined =>
  columns.find((column) => /^(?:学校|单位|幼儿园|机构)名称$/.test(column.title))?.id

function shownCell(saving: Saving, stored: StoredRow, column: Column): string {
  const kept = stored.refused[column.id]
  if (kept === undefined) return shownStored(saving, column, stored.values[column.id])
  return saving.guard !== undefined && isSealed(column) ? saving.guard.reveal(column, kept) : kept
}

function shownStored({ task, guard }: Saving, column: Column, value: string | boolean | undefined): string {
  if (guard !== undefined && isSealed(column) && typeof value === 'string') return guard.mask(column, value)
  return shownEntry(value, column, task.pack.reading.codes)
}

function closed({ guard }: Saving, column: Column, value: string | boolean | undefined) {
  return guard !== undefined && isSealed(column) && typeof value === 'string' ? guard.close(column, value) : value
}

/** History keeps no clear numbers: what was refused of a sealed column is masked there. */
function masked({ guard }: Saving, column: Column, text: string): string {
  return guard !== undefined && isSealed(column) && !/^.{3}\*+.{4}$/.test(text) ? maskIdNumber(text) : text
}

function shownAfter(saving: Saving, column: Column, value: string | boolean | undefined): string {
  return shownStored(saving, column, closed(saving, column, value))
}
