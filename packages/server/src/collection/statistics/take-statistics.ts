import { createHash, randomUUID } from 'node:crypto'
import {
  type CellEdit,
  type CellPlace,
  partOf,
  type SavedCells,
  type StatisticsItem,
  type StatisticsRow,
  type TakeStatisticsBody,
} from '@eduduty/core/collection'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { addRows } from '../entry/change-rows.ts'
import { countTaken } from '../entry/count-taken.ts'
import { checkedResult } from '../entry/save-and-check.ts'
import { type SavedEdits, type SaveHow, saveCells } from '../entry/save-cells.ts'
import { getTask, lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { isRoster, type TaskKey } from '../tasks/task-row.ts'
import type { SentFile } from '../upload/read-upload.ts'
import { storeUpload } from '../upload/store-upload.ts'
import { compareRows } from './compare-rows.ts'
import { readOwnStatistics } from './read-own-statistics.ts'

type Cells = TakeStatisticsBody['cells']

/**
 * Writes figures of a statistics workbook into cells of a table, on the way that typed cells go; the workbook is kept,
 * and each cell keeps the sheet and the cell it came from. Errors: `collection.statistics_changed` where the workbook
 * says something else than the person saw; as `readOwnStatistics` and `saveCells`.
 */
export async function takeStatistics(
  door: Door,
  caller: Caller,
  key: TaskKey,
  { name, content, cells }: TakeStatisticsBody,
  keyring: Keyring,
): Promise<SavedCells> {
  const file = { name, bytes: Buffer.from(content, 'base64') }
  const before = await door.read(caller, (ctx) => getTask(ctx, key))
  const { rows } = await readOwnStatistics(file, before)
  return door.write(caller, async (ctx) => {
    const task = await lockTask(ctx, key)
    const placed = placeCells((await compareRows(ctx, task, rows)).items, cells)
    const uploadId = randomUUID()
    const taken = await save(ctx, key, { task, cells: placed, rows, uploadId, keyring })
    await keepWorkbook(ctx, task, { file, uploadId, taken, keyring })
    return checkedResult(ctx, key, taken.saved, keyring)
  })
}

/** The cells with the rows that the workbook's rows stand beside now, whatever number the page sent. */
function placeCells(items: readonly StatisticsItem[], cells: Cells): Cells {
  return cells.map((cell) => {
    const item = items.find((one) => one.column === cell.column && one.row_title === cell.row_title)
    if (item?.statistics !== cell.to)
      throw new AppError('collection.statistics_changed', { column: item?.title ?? cell.column, before: cell.to })
    return { ...cell, row_no: item.row_no }
  })
}

interface Taking {
  readonly task: Task
  readonly cells: Cells
  readonly rows: readonly StatisticsRow[]
  readonly uploadId: string
  readonly keyring: Keyring
}

interface Taken {
  readonly saved: SavedEdits
  /** Figures that came over, and the rows they stand in. */
  readonly cells: number
  readonly rows: number
}

async function save(ctx: Ctx, key: TaskKey, taking: Taking): Promise<Taken> {
  const { task, rows, uploadId, keyring } = taking
  const register = task.pack.register(task.row.register)
  const [, part] = register.columns.filter(({ dimension }) => dimension !== undefined)
  const how = { keyring, way: 'statistics', fileId: uploadId } as const
  const cells = await withRows(ctx, key, taking, { column: part?.id, how })
  const parts: SavedEdits[] = []
  const counts: number[] = []
  for (const row of rows) {
    const title = partOf(register, row.values)
    const edits = cells.filter((one) => one.row_title === title).map(({ row_title: _, ...edit }): CellEdit => edit)
    if (edits.length === 0) continue
    const placeOf = (column: string): CellPlace | undefined => row.derived.get(column)?.cells[0]
    const saved = await saveCells(ctx, key, { edits }, { ...how, placeOf })
    parts.push(saved)
    counts.push(countTaken(edits, saved))
  }
  return {
    saved: {
      task: await lockTask(ctx, key),
      results: parts.flatMap(({ results }) => results),
      changed: parts.reduce((sum, { changed }) => sum + changed, 0),
    },
    cells: counts.reduce((sum, count) => sum + count, 0),
    rows: counts.filter((count) => count > 0).length,
  }
}

interface NamingRows {
  /** Where a row says which stage it is. */
  readonly column: string | undefined
  readonly how: SaveHow
}

/** A stage that has no row yet gets one that bears its name. */
async function withRows(ctx: Ctx, key: TaskKey, { task, cells }: Taking, { column, how }: NamingRows): Promise<Cells> {
  if (!isRoster(task.pack, task.row.register) || column === undefined) return cells
  const lacking = [...new Set(cells.flatMap(({ row_no, row_title }) => (row_no === 0 ? [row_title] : [])))]
  if (lacking.length === 0) return cells
  const added = await addRows(ctx, key, lacking.length)
  const made = new Map(lacking.map((title, at) => [title, added[at] ?? 0]))
  const named = [...made].map(([title, row_no]) => ({ row_no, column, from: '', to: title }))
  await saveCells(ctx, key, { edits: named }, how)
  return cells.map((cell) => (cell.row_no === 0 ? { ...cell, row_no: made.get(cell.row_title) ?? 0 } : cell))
}

interface Kept {
  readonly file: SentFile
  readonly uploadId: string
  readonly taken: Taken
  readonly keyring: Keyring
}

async function keepWorkbook(ctx: Ctx, task: Task, { file, uploadId, taken, keyring }: Kept): Promise<void> {
  const left = taken.saved.results.filter(({ state }) => state !== 'saved').length
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  await storeUpload(ctx, task, {
    uploadId,
    file,
    sha256,
    way: 'statistics',
    status: left === 0 ? 'taken' : 'partly',
    rowsTaken: taken.rows,
    cellsChanged: taken.cells,
    faults: 0,
    says: `从教育事业统计采用 ${taken.cells} 格${left === 0 ? '' : `；${left} 格没有采用：刚被改过，或现在不能改`}`,
    marked: undefined,
    keyring,
  })
  ctx.audit({
    action: 'collection.upload',
    subject: nameOf(task),
    detail: { way: '教基报表', file: file.name, sha256, cells: taken.cells },
  })
}
