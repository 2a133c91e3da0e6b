import {
  type CellEdit,
  type CellResult,
  type PacketConflict,
  type RegisterRow,
  readEntry,
  shownEntry,
} from '@eduduty/core/collection'
import type { Column } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { isSealed } from '../../platform/db/registers/register-table.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { countTaken } from '../entry/count-taken.ts'
import { saveCells } from '../entry/save-cells.ts'
import { showRow } from '../entry/show-row.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { guardOf } from '../rows/cell-guard.ts'
import { readRegisterRows } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { lockTask, type Task } from '../tasks/get-task.ts'
import type { TaskKey } from '../tasks/task-row.ts'
import type { PacketBase } from './packet-seal.ts'

export interface PacketMerge {
  /** Cells of the packet that are in the system now and were not before. */
  readonly taken: number
  readonly conflicts: readonly PacketConflict[]
  /** Titles of the cells that may not be changed now. */
  readonly locked: readonly string[]
  /** Good values that stay, though the packet has something wrong there. */
  readonly spared: number
}

export const NOTHING_MERGED: PacketMerge = { taken: 0, conflicts: [], locked: [], spared: 0 }

export interface PacketToMerge {
  readonly base: PacketBase
  readonly row: RegisterRow
  readonly uploadId: string
  readonly keyring: Keyring
}

/**
 * Three-way, cell by cell: what only the packet changed is saved, what only others changed stays, what both changed
 * to different things stays and is told. Errors: why the task takes nothing now.
 */
export async function mergePacket(ctx: Ctx, key: TaskKey, packet: PacketToMerge): Promise<PacketMerge> {
  const task = await lockTask(ctx, key)
  const { edits, spared } = await editsOf(ctx, task, packet)
  if (edits.length === 0) return { ...NOTHING_MERGED, spared }
  const how = { keyring: packet.keyring, way: 'packet', fileId: packet.uploadId } as const
  const saved = await saveCells(ctx, key, { edits: [...edits] }, how)
  const { results } = saved
  const titles = new Map(task.pack.register(task.row.register).columns.map(({ id, title }) => [id, title]))
  return {
    taken: countTaken(edits, saved),
    conflicts: results.flatMap((result) => conflictOf(result, edits)),
    locked: results.flatMap(({ state, column }) => (state === 'locked' ? [titles.get(column) ?? column] : [])),
    spared,
  }
}

function conflictOf(result: CellResult, edits: readonly CellEdit[]): readonly PacketConflict[] {
  if (result.state !== 'conflict') return []
  const mine = edits.find(({ column }) => column === result.column)?.to ?? ''
  const { row_no, column, text: theirs, by, at } = result
  return [{ row_no, column, mine, theirs, ...(by !== undefined && { by }), ...(at !== undefined && { at }) }]
}

/**
 * What the packet changed since it was issued, and what the system does not hold yet. A cell that was emptied counts; a
 * wrong one takes no good value's place: it goes back red.
 */
async function editsOf(
  ctx: Ctx,
  task: Task,
  { base, row: given, keyring }: PacketToMerge,
): Promise<{ readonly edits: readonly CellEdit[]; readonly spared: number }> {
  const { row, pack } = task
  const register = pack.register(row.register)
  const table = await getRegisterTable(ctx.db, pack, register)
  const wanted = { county: row.county_code, submissionId: row.submission_id ?? '', limit: 1 }
  const [stored] = row.submission_id === null ? [] : await readRegisterRows(ctx.db, table, wanted)
  const guard = guardOf(keyring, register, row.county_code)
  const shown = stored === undefined ? { cells: {}, refused: {} } : showRow(pack, register, stored, guard)
  const now = textsOf(shown)
  const isSpared = (id: string): boolean =>
    given.refused?.cells?.[id] !== undefined && (now.get(id) ?? '') !== '' && !(id in shown.refused)
  const mine = textsOf(
    showRow(pack, register, { values: given.values, refused: given.refused?.cells ?? {} }, undefined),
  )
  const edits = register.columns.flatMap((column) => {
    const { id, dimension } = column
    const there = now.get(id) ?? ''
    // Sealed cells are issued blank: a blank one says nothing.
    const from = isSealed(column) ? there : (base.cells.get(id) ?? '')
    const to = mine.get(id) ?? ''
    const isChanged = isSealed(column) ? to !== '' : to !== plain(pack, column, from)
    if (!isChanged || isSpared(id) || dimension !== undefined || to === plain(pack, column, there)) return []
    return [{ row_no: stored?.rowNo ?? 0, column: id, from, to }]
  })
  return { edits, spared: register.columns.filter(({ id }) => isSpared(id)).length }
}

/** A text as it comes back from a workbook: 12.50 is 12.5 there. */
function plain(pack: TaskPack, column: Column, text: string): string {
  const entry = readEntry(text, column, pack.reading.codes)
  return entry.refusedText ?? shownEntry(entry.value, column, pack.reading.codes)
}

const textsOf = ({
  cells,
  refused,
}: Pick<ReturnType<typeof showRow>, 'cells' | 'refused'>): ReadonlyMap<string, string> =>
  new Map(Object.entries({ ...cells, ...refused }))
