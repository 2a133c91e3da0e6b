import { createHash, randomUUID } from 'node:crypto'
import type {
  CellEdit,
  CellPlace,
  SavedCells,
  StatisticsItem,
  StatisticsRow,
  TakeStatisticsBody,
} from '@eduduty/core/collection'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { addRows } from '../entry/change-rows.ts'
import { checkedResult } from '../entry/save-and-check.ts'
import { type SavedEdits, saveCells } from '../entry/save-cells.ts'
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
    assertUnchanged(await compareRows(ctx, task, rows), cells)
    const uploadId = randomUUID()
    const saved = await save(ctx, key, { task, cells, rows, uploadId, keyring })
    await keepWorkbook(ctx, task, { file, uploadId, saved })
    return checkedResult(ctx, key, saved, keyring)
  })
}

function assertUnchanged(items: readonly StatisticsItem[], cells: Cells): void {
  for (const cell of cells) {
    const item = items.find((one) => one.column === cell.column && one.row_title === cell.row_title)
    if (item?.statistics !== cell.to)
      throw new AppError('collection.statistics_changed', { column: item?.title ?? cell.column, before: cell.to })
  }
}

interface Taking {
  readonly task: Task
  readonly cells: Cells
  readonly rows: readonly StatisticsRow[]
  readonly uploadId: string
  readonly keyring: Keyring
}

async function save(ctx: Ctx, key: TaskKey, taking: Taking): Promise<SavedEdits> {
  const { task, rows, uploadId, keyring } = taking
  const { columns } = task.pack.register(task.row.register)
  const [, ...rest] = columns.filter(({ dimension }) => dimension !== undefined)
  const cells = await withRows(ctx, key, taking, rest[0]?.id)
  const how = { keyring, way: 'statistics', fileId: uploadId } as const
  const parts: SavedEdits[] = []
  for (const row of rows) {
    const title = rest.map(({ id }) => String(row.values[id] ?? '')).join('、')
    const edits = cells.filter((one) => one.row_title === title).map(({ row_title: _, ...edit }): CellEdit => edit)
    const placeOf = (column: string): CellPlace | undefined => row.derived.get(column)?.cells[0]
    if (edits.length > 0) parts.push(await saveCells(ctx, key, { edits }, { ...how, placeOf }))
  }
  return {
    task: await lockTask(ctx, key),
    results: parts.flatMap(({ results }) => results),
    changed: parts.reduce((sum, { changed }) => sum + changed, 0),
  }
}

/** A stage that has no row yet gets one, with its name in `column`. */
async function withRows(ctx: Ctx, key: TaskKey, { task, cells }: Taking, column: string | undefined): Promise<Cells> {
  if (!isRoster(task.pack, task.row.register) || column === undefined) return cells
  const lacking = [...new Set(cells.flatMap(({ row_no, row_title }) => (row_no === 0 ? [row_title] : [])))]
  if (lacking.length === 0) return cells
  const added = await addRows(ctx, key, lacking.length)
  const made = new Map(lacking.map((title, at) => [title, added[at] ?? 0]))
  const named = [...made].map(([title, row_no]) => ({ row_no, row_title: title, column, from: '', to: title }))
  return [
    ...named,
    ...cells.map((cell) => (cell.row_no === 0 ? { ...cell, row_no: made.get(cell.row_title) ?? 0 } : cell)),
  ]
}

interface Kept {
  readonly file: SentFile
  readonly uploadId: string
  readonly saved: SavedEdits
}

async function keepWorkbook(ctx: Ctx, task: Task, { file, uploadId, saved }: Kept): Promise<void> {
  const left = saved.results.filter(({ state }) => state !== 'saved').length
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  await storeUpload(ctx, task, {
    uploadId,
    file,
    sha256,
    way: 'statistics',
    status: left === 0 ? 'taken' : 'partly',
    rowsTaken: 1,
    cellsChanged: saved.changed,
    faults: 0,
    says: `从教育事业统计采用 ${saved.changed} 格${left === 0 ? '' : `；${left} 格没有采用：刚被改过，或现在不能改`}`,
    marked: undefined,
  })
  ctx.audit({
    action: 'collection.upload',
    subject: nameOf(task),
    detail: { way: '教基报表', file: file.name, sha256, cells: saved.changed },
  })
}
