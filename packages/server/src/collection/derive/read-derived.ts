import {
  type DerivedValue,
  type DerivedValues,
  decideTask,
  derivedDifference,
  type FormRow,
  isSameDerived,
  shownEntry,
} from '@eduduty/core/collection'
import { deriveForm } from '@eduduty/core/consistency'
import type { DerivedCell } from '@eduduty/core/evaluation'
import { dayOf } from '@eduduty/core/identity'
import { type Column, unitDimensions } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { listOpenCells, type OpenCells } from '../entry/list-open-cells.ts'
import { keyValues } from '../entry/save-cells.ts'
import { showRow } from '../entry/show-row.ts'
import { ruleRows } from '../entry/task-rows.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { readRegisterRows, type StoredRow } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { getTask, type Task } from '../tasks/get-task.ts'
import { readTaskFacts } from '../tasks/task-facts.ts'
import type { TaskKey } from '../tasks/task-row.ts'
import { findDerivePack } from './find-derive-pack.ts'
import { type ReadRoster, readRosters } from './read-rosters.ts'

/** Rows of a form of several rows that are compared with rosters. */
const MOST_ROWS = 1000
const CAUSES = 3

/** What the unit's rosters say about the cells of a task, beside what was filled in. Errors: `collection.task_not_found`. */
export async function readDerived(ctx: Ctx, key: TaskKey): Promise<DerivedValues> {
  const task = await getTask(ctx, key)
  const facts = await readTaskFacts(ctx, task)
  const mayAccept = decideTask(facts, 'fill', ctx.actor.id, dayOf(ctx.now)).refused === undefined
  return { ...(await deriveTask(ctx, task)), may_accept: mayAccept }
}

/** The same for a task that is at hand. */
export async function deriveTask(ctx: Ctx, task: Task): Promise<Omit<DerivedValues, 'may_accept'>> {
  const pack = await findDerivePack(ctx, task)
  if (pack === undefined) return { values: [], rosters: [] }
  const stored = await readOwnRows(ctx, task)
  const rosters = await readRosters(ctx, task, pack)
  const register = pack.register(task.row.register)
  const own = ruleRows(register, task.row.year, stored, undefined)
  const cells = deriveForm({
    plan: pack.plan(),
    register: register.id,
    year: task.row.year,
    county: { code: task.row.county_code, name: '' },
    rows: [...own, ...rosters.flatMap(({ rows }) => rows)].map(({ row }) => row),
  })
  const numbers = new Map(own.map(({ row, rowNo }) => [row, rowNo]))
  const shown = new Map(stored.map((row) => [row.rowNo, showRow(task.pack, register, row, undefined)]))
  const open = await listOpenCells(ctx, task)
  const values = cells.flatMap((cell) => {
    const rowNo = numbers.get(cell.row.source)
    const column = task.pack.register(register.id).columns.find(({ id }) => id === cell.column)
    if (rowNo === undefined || column === undefined) return []
    return [presentValue({ task, pack, rosters, open }, cell, { rowNo, column, row: shown.get(rowNo) })]
  })
  return { values, rosters: rosters.map(({ roster }) => roster) }
}

/** A form that nobody has begun has one row all the same: whose it is. */
async function readOwnRows(ctx: Ctx, task: Task): Promise<readonly StoredRow[]> {
  const { row, pack } = task
  const table = await getRegisterTable(ctx.db, pack, pack.register(row.register))
  const own = { county: row.county_code, submissionId: row.submission_id ?? '', limit: MOST_ROWS }
  const stored = row.submission_id === null ? [] : await readRegisterRows(ctx.db, table, own)
  if (stored.length > 0) return stored
  return [{ rowNo: 0, sourceRow: undefined, values: keyValues(task, table), refused: {} }]
}

interface Presenting {
  readonly task: Task
  readonly pack: TaskPack
  readonly rosters: readonly ReadRoster[]
  readonly open: OpenCells
}

interface CellAt {
  readonly rowNo: number
  readonly column: Column
  readonly row: Pick<FormRow, 'cells' | 'refused'> | undefined
}

function presentValue(at: Presenting, cell: DerivedCell, { rowNo, column, row }: CellAt): DerivedValue {
  const { task, pack, rosters, open } = at
  const filled = row?.refused[column.id] ?? row?.cells[column.id] ?? ''
  const long = rosters.find(({ roster, isTooLong }) => isTooLong && cell.rosters.includes(roster.register))
  const value = long === undefined ? cell.value : undefined
  const derived = shownEntry(value, column, task.pack.reading.codes)
  const why = long === undefined ? causeWords(cell) : `《${long.roster.title}》行数太多，在线填报时不推算`
  const difference = derivedDifference(filled, derived)
  return {
    row_no: rowNo,
    row_title: rowTitle(pack, cell),
    column: column.id,
    title: column.title,
    ...(column.unit !== undefined && { unit: column.unit }),
    state:
      value === undefined ? 'unknown' : filled === '' ? 'blank' : isSameDerived(filled, derived) ? 'same' : 'differs',
    derived,
    filled,
    ...(difference !== undefined && { difference }),
    why: value === undefined ? why : '',
    formula: cell.formula,
    rosters: [...cell.rosters],
    rows_counted: cell.counted,
    is_open: open.has(rowNo, column.id),
  }
}

/** Whose row it is, in a register of several rows a unit: 初中, 2025-1-03. */
function rowTitle({ pack }: TaskPack, { row }: DerivedCell): string {
  const units = unitDimensions(pack)
  return row.table.dimensions
    .filter((dimension) => !units.has(dimension))
    .map((dimension) => row.dimension(dimension))
    .join(' ')
}

function causeWords({ causes }: DerivedCell): string {
  const words = [...new Set(causes.map(({ message }) => message))]
  if (words.length <= CAUSES) return words.join('；')
  return `${words.slice(0, CAUSES).join('；')} 等 ${words.length} 处`
}
