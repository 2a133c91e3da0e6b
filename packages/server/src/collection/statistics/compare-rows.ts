import {
  compareStatistics,
  groupBy,
  partOf,
  type StatisticsItem,
  type StatisticsRow,
  shownEntry,
} from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { listOpenCells } from '../entry/list-open-cells.ts'
import { keyValues } from '../entry/save-cells.ts'
import { showRow } from '../entry/show-row.ts'
import { readRegisterRows, type StoredRow } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import type { Task } from '../tasks/get-task.ts'
import { isRoster } from '../tasks/task-row.ts'

/** Rows of one school in one table: its stages. */
const STAGES = 100
const noSource = { file: '', sheet: '', row: undefined, cellOf: () => undefined }

export interface ComparedRows {
  readonly items: readonly StatisticsItem[]
  /** Stages that more than one row of the task is of: whose figure is meant, nobody can tell. */
  readonly repeated: readonly string[]
}

/** The cells of a task beside what the statistics of its school say; of a stage that stands there twice none is open. */
export async function compareRows(ctx: Ctx, task: Task, statistics: readonly StatisticsRow[]): Promise<ComparedRows> {
  const { row, pack } = task
  const register = pack.register(row.register)
  const stored = await readOwnRows(ctx, task)
  const open = await listOpenCells(ctx, task)
  const byPart = groupBy(stored, (one) => partOf(register, one.values))
  const repeated = [...byPart].flatMap(([part, rows]) => (rows.length > 1 ? [part] : []))
  const isOpen = (own: StoredRow | undefined, column: string): boolean =>
    own === undefined && isRoster(pack, row.register) ? open.isWhole : open.has(own?.rowNo ?? 0, column)
  const filled = stored.map(({ values }) => ({ register: register.id, year: row.year, values, source: noSource }))
  const items = compareStatistics(filled, statistics, [register]).flatMap((one): readonly StatisticsItem[] => {
    const column = register.columns.find(({ id }) => id === one.column)
    if (one.statistics === undefined || column === undefined) return []
    const [own] = byPart.get(one.part) ?? []
    const shown = own === undefined ? undefined : showRow(pack, register, own, undefined)
    const rowNo = own?.rowNo ?? 0
    return [
      {
        row_no: rowNo,
        row_title: one.part,
        column: one.column,
        title: one.title,
        unit: one.measure,
        filled: shown?.refused[one.column] ?? shown?.cells[one.column] ?? '',
        statistics: shownEntry(one.statistics.value, column, pack.reading.codes),
        ...(one.by !== undefined && { difference: one.by }),
        state: one.state === 'equal' ? 'equal' : one.state === 'differs' ? 'differs' : 'blank',
        source: one.statistics.formula,
        is_open: !repeated.includes(one.part) && isOpen(own, one.column),
      },
    ]
  })
  return { items, repeated }
}

/** A form that nobody has begun has one row all the same: whose it is. */
async function readOwnRows(ctx: Ctx, task: Task): Promise<readonly StoredRow[]> {
  const { row, pack } = task
  const table = await getRegisterTable(ctx.db, pack, pack.register(row.register))
  const own = { county: row.county_code, submissionId: row.submission_id ?? '', limit: STAGES }
  const stored = row.submission_id === null ? [] : await readRegisterRows(ctx.db, table, own)
  if (stored.length > 0 || isRoster(pack, row.register)) return stored
  return [{ rowNo: 0, sourceRow: undefined, values: keyValues(task, table), refused: {} }]
}
