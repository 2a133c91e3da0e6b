import { randomUUID } from 'node:crypto'
import {
  type CellEdit,
  type CellResult,
  type Finding,
  findCellPlace,
  type MappingFile,
  type RegisterRow,
  type TaskEntry,
  type TaskFinding,
  type UploadEntry,
} from '@eduduty/core/collection'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { checkTask } from '../entry/check-task.ts'
import { countTaken } from '../entry/count-taken.ts'
import { saveCells } from '../entry/save-cells.ts'
import { showRow } from '../entry/show-row.ts'
import { assertMay } from '../review/assert-may.ts'
import { guardOf } from '../rows/cell-guard.ts'
import { readRegisterRows } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { getTask, lockTask, nameOf, type Task } from '../tasks/get-task.ts'
import { listFindings } from '../tasks/list-findings.ts'
import { codeOf, presentTask, type TaskKey } from '../tasks/task-row.ts'
import { type ChosenRows, chooseRows } from './choose-rows.ts'
import { markUpload, type ReadUpload, readUpload, type SentFile } from './read-upload.ts'
import { storeUpload } from './store-upload.ts'

export interface UploadOutcome {
  readonly upload: UploadEntry
  readonly task: TaskEntry
  /** What was repaired and refused in reading. */
  readonly reading: readonly Finding[]
  /** What the rules say of the task as it is now. */
  readonly findings: readonly TaskFinding[]
  readonly marked: Uint8Array | undefined
}

export interface FormUpload {
  readonly file: SentFile
  readonly keyring: Keyring
  readonly mapping?: MappingFile
}

/**
 * Takes a workbook for a form of one row: good cells are kept, wrong ones come back red and are kept as typed where
 * nothing good stands. The same file again changes nothing. Errors: why the task takes nothing now, and what is wrong with the file as a whole.
 */
export async function receiveUpload(
  door: Door,
  caller: Caller,
  key: TaskKey,
  { file, keyring, mapping }: FormUpload,
): Promise<UploadOutcome> {
  const before = await door.read(caller, async (ctx) => {
    const task = await getTask(ctx, key)
    await assertMay(ctx, task, 'fill')
    return task
  })
  const read = await readUpload(file, before.pack, before.pack.register(before.row.register), {
    year: before.row.year,
    ...(mapping !== undefined && { mapping }),
  })
  const chosen = chooseRows({ ...before, row: { ...before.row, unit_code: codeOf(before.row) } }, read)
  const wrong = read.findings.filter(({ level }) => level === 'error')
  const marked = wrong.length === 0 ? undefined : await markUpload(file, read.findings)
  return door.write(caller, (ctx) => keep(ctx, key, { file, keyring, read, chosen, wrong, marked }))
}

interface Keeping {
  readonly file: SentFile
  readonly keyring: Keyring
  readonly read: ReadUpload
  readonly chosen: ChosenRows
  readonly wrong: readonly Finding[]
  readonly marked: Uint8Array | undefined
}

async function keep(ctx: Ctx, key: TaskKey, keeping: Keeping): Promise<UploadOutcome> {
  const { keyring, read, chosen, file, wrong } = keeping
  const task = await lockTask(ctx, key)
  const uploadId = randomUUID()
  const { edits, left: spared } = await editsFor(ctx, task, chosen.rows[0], keyring)
  const source = chosen.rows[0]?.source
  const placeOf = source && ((column: string) => findCellPlace(source, column))
  const how = { keyring, way: 'upload', fileId: uploadId, placeOf } as const
  const saved = edits.length > 0 ? await saveCells(ctx, key, { edits: [...edits] }, how) : undefined
  const { results = [] } = saved ?? {}
  const changed = saved === undefined ? 0 : countTaken(edits, saved)
  const titles = new Map(task.pack.register(task.row.register).columns.map(({ id, title }) => [id, title]))
  const left = (state: CellResult['state']): string =>
    results.flatMap((one) => (one.state === state ? [titles.get(one.column) ?? one.column] : [])).join('、')
  const [locked, conflicts] = [left('locked'), left('conflict')]
  const says = [
    changed > 0 ? `采用 ${changed} 格` : saysUnchanged(locked + conflicts !== '', wrong.length),
    locked === '' ? '' : `没有退回、不能改的格没有采用：${locked}`,
    conflicts === '' ? '' : `别人刚改过的格没有采用：${conflicts}`,
    chosen.rows.length > 1 ? `文件里有 ${chosen.rows.length} 条本单位的记录，只采用第一条` : '',
    chosen.others > 0 ? `另有 ${chosen.others} 条其他单位的记录，没有采用` : '',
    wrong.length > 0 ? `${wrong.length} 处有错，已标红退回` : '',
  ]
  const upload = await storeUpload(ctx, task, {
    uploadId,
    file,
    sha256: read.sha256,
    way: 'upload',
    status: statusOf(
      changed,
      locked + conflicts !== '' || spared > 0 || (changed === 0 && wrong.some(({ code }) => code === 'missing_column')),
      wrong.length,
    ),
    rowsTaken: 1,
    cellsChanged: changed,
    faults: wrong.length,
    says: says.filter((part) => part !== '').join('；'),
    marked: keeping.marked,
    keyring,
  })
  ctx.audit({
    action: 'collection.upload',
    subject: nameOf(task),
    detail: { file: file.name, sha256: read.sha256, cells: changed, faults: wrong.length },
  })
  await checkTask(ctx, await getTask(ctx, key), keyring)
  const after = await getTask(ctx, key)
  return {
    upload,
    task: presentTask(after.row, after.pack),
    reading: read.findings,
    findings: await listFindings(ctx, after),
    marked: keeping.marked,
  }
}

function statusOf(changed: number, isLeft: boolean, faults: number): 'unchanged' | 'partly' | 'taken' {
  if (isLeft) return 'partly'
  if (changed === 0) return 'unchanged'
  return faults > 0 ? 'partly' : 'taken'
}

function saysUnchanged(isLeft: boolean, faults: number): string {
  if (isLeft) return '没有采用'
  return faults > 0 ? '其余与已填的内容相同' : '与已填的内容相同'
}

interface EditsFor {
  readonly edits: readonly CellEdit[]
  /** Good values that stay, though the file has something wrong there. */
  readonly left: number
}

/** What differs from what is there; a blank cell of the file clears nothing, and a wrong one takes no good value's place. */
async function editsFor(ctx: Ctx, task: Task, given: RegisterRow | undefined, keyring: Keyring): Promise<EditsFor> {
  if (given === undefined) return { edits: [], left: 0 }
  const { row, pack } = task
  const register = pack.register(row.register)
  const guard = guardOf(keyring, register, row.county_code)
  const table = await getRegisterTable(ctx.db, pack, register)
  const wanted = { county: row.county_code, submissionId: row.submission_id ?? '', limit: 1 }
  const [stored] = row.submission_id === null ? [] : await readRegisterRows(ctx.db, table, wanted)
  const shown = stored === undefined ? { cells: {}, refused: {} } : showRow(pack, register, stored, guard)
  const now = joined(shown)
  const isWrong = (id: string): boolean => given.refused?.cells?.[id] !== undefined
  const sent = joined(showRow(pack, register, { values: given.values, refused: given.refused?.cells ?? {} }, undefined))
  const isSpared = (id: string): boolean => isWrong(id) && (now[id] ?? '') !== '' && !(id in shown.refused)
  const edits = register.columns.flatMap(({ id, dimension }) => {
    const to = sent[id] ?? ''
    const from = now[id] ?? ''
    if (isSpared(id) || to === '' || to === from || (dimension !== undefined && from !== '')) return []
    return [{ row_no: stored?.rowNo ?? 0, column: id, from, to }]
  })
  return { edits, left: register.columns.filter(({ id }) => isSpared(id)).length }
}

const joined = ({ cells, refused }: ReturnType<typeof showRow>): Readonly<Record<string, string>> => ({
  ...cells,
  ...refused,
})
