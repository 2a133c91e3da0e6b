import {
  assembleStatistics,
  compareStatistics,
  completeLayouts,
  planReading,
  type RegisterRow,
  type StatisticsComparison,
  type StatisticsDifference,
  type StatisticsItem,
  type StatisticsRow,
} from '@eduduty/core/collection'
import { findUnitColumn, type Register } from '@eduduty/core/packs'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { keyValues } from '../entry/save-cells.ts'
import { readSheets } from '../read-sheets.ts'
import { readRegisterRows } from '../rows/read-register-rows.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { getTask, type Task } from '../tasks/get-task.ts'
import { codeOf, isRoster, type TaskKey } from '../tasks/task-row.ts'
import { readWorkbook, type SentFile } from '../upload/read-upload.ts'

/** Figures that a form can take from the statistics stand in a layout of its pack. */
export function takesStatistics({ row, pack }: Task): boolean {
  if (isRoster(pack, row.register)) return false
  return (pack.pack.statistics ?? []).some(({ sheets = [] }) =>
    sheets.some(({ figures = [] }) => figures.some(({ into = [] }) => into.some((to) => to.register === row.register))),
  )
}

/**
 * Lays a form beside the statistics workbook of its school; nothing is changed. A workbook of many schools will do: only
 * the one of the task counts. Errors: `collection.task_not_found`, `collection.upload_unreadable`,
 * `collection.statistics_none`.
 */
export async function compareTaskStatistics(
  door: Door,
  caller: Caller,
  key: TaskKey,
  file: SentFile,
): Promise<StatisticsComparison> {
  const { task, form } = await door.read(caller, (ctx) => readForm(ctx, key))
  const { row, pack } = task
  const register = pack.register(row.register)
  const { own, others, notes } = await readStatistics(file, task, register)
  const found = own.find(({ year }) => year === row.year)
  if (found === undefined) throw new AppError('collection.statistics_none', { why: whyNone(task, own, others, notes) })
  const items = compareStatistics([form.row], [found], [register]).flatMap((one) => itemOf(one, form.rowNo))
  return { file: file.name, year: found.year, items, notes: [...new Set(notes)].slice(0, 20) }
}

interface Form {
  readonly rowNo: number
  readonly row: RegisterRow
}

async function readForm(ctx: Ctx, key: TaskKey): Promise<{ task: Task; form: Form }> {
  const task = await getTask(ctx, key)
  const { row, pack } = task
  if (!takesStatistics(task))
    throw new AppError('collection.statistics_none', {
      why: `《${pack.register(row.register).title}》没有可以从教育事业统计取数的项目`,
    })
  const table = await getRegisterTable(ctx.db, pack, pack.register(row.register))
  const wanted = { county: row.county_code, submissionId: row.submission_id ?? '', limit: 1 }
  const [stored] = row.submission_id === null ? [] : await readRegisterRows(ctx.db, table, wanted)
  const source = { file: '', sheet: '', row: undefined, cellOf: () => undefined }
  const values = { ...keyValues(task, table), ...stored?.values }
  return { task, form: { rowNo: stored?.rowNo ?? 0, row: { register: row.register, year: row.year, values, source } } }
}

interface ReadStatistics {
  readonly own: readonly StatisticsRow[]
  /** Codes of other schools in the file. */
  readonly others: readonly string[]
  readonly notes: readonly string[]
}

async function readStatistics(file: SentFile, { row, pack }: Task, register: Register): Promise<ReadStatistics> {
  const sheets = await readWorkbook(file)
  const plan = planReading([register], pack.pack.codes ?? [])
  const layouts = completeLayouts(pack.pack.statistics ?? [])
  const read = readSheets(sheets, file.name, plan, { layouts, defaultYear: row.year })
  const code = codeOf(row)
  const unitColumn = findUnitColumn(pack.pack, register)?.id
  const codeOfName = (name: string) => (name === row.unit_name ? code : undefined)
  const assembled = assembleStatistics(read.readings, [register], codeOfName)
  const rows = assembled.rows.filter((one) => one.register === register.id)
  const isOwn = ({ values }: StatisticsRow): boolean => unitColumn !== undefined && values[unitColumn] === code
  const statistical = read.findings.filter(({ code }) => code.startsWith('statistics_'))
  return {
    own: rows.filter(isOwn),
    others: [
      ...new Set(read.readings.flatMap((one) => (one.code === undefined || one.code === code ? [] : [one.code]))),
    ],
    notes: [...statistical, ...assembled.findings].map(({ message, sheet }) =>
      sheet === undefined ? message : `${sheet}：${message}`,
    ),
  }
}

function whyNone(
  { row }: Task,
  own: readonly StatisticsRow[],
  others: readonly string[],
  notes: readonly string[],
): string {
  const years = [...new Set(own.map(({ year }) => year))]
  if (years.length > 0) return `文件里${row.unit_name}的统计表是${years.join('、')}年的，这张填报表是${row.year}年的`
  if (notes[0] !== undefined) return notes[0]
  if (others.length > 0)
    return `文件里是别的学校的统计表（${others.slice(0, 3).join('、')}），没有${row.unit_name}${row.unit_code === '' ? '' : `（${row.unit_code}）`}的`
  return '文件里没有认出教育事业统计的表'
}

function itemOf(one: StatisticsDifference, rowNo: number): readonly StatisticsItem[] {
  const { statistics, filled, state, by } = one
  if (statistics === undefined || state === 'only_filled') return []
  return [
    {
      row_no: rowNo,
      column: one.column,
      title: one.title,
      unit: one.measure,
      filled: filled?.value ?? '',
      statistics: statistics.value,
      ...(by !== undefined && { difference: by }),
      state: state === 'only_statistics' ? 'blank' : state,
      source: statistics.formula,
    },
  ]
}
