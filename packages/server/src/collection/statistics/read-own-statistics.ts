import {
  assembleStatistics,
  completeLayouts,
  planReading,
  type StatisticsComparison,
  type StatisticsRow,
} from '@eduduty/core/collection'
import { findUnitColumn } from '@eduduty/core/packs'
import { AppError } from '../../platform/errors/app-error.ts'
import { readSheets } from '../read-sheets.ts'
import type { Task } from '../tasks/get-task.ts'
import { codeOf } from '../tasks/task-row.ts'
import { readWorkbook, type SentFile } from '../upload/read-upload.ts'

/** Figures that a table of a school can take from the statistics stand in a layout of its pack. */
export function takesStatistics({ row, pack }: Task): boolean {
  return (pack.pack.statistics ?? []).some(({ sheets = [] }) =>
    sheets.some(({ figures = [] }) => figures.some(({ into = [] }) => into.some((to) => to.register === row.register))),
  )
}

/** What a statistics workbook says of the task's school in its year. */
export interface OwnStatistics extends Pick<StatisticsComparison, 'caution' | 'notes'> {
  /** One for a form, one for each stage of a table by stage. */
  readonly rows: readonly StatisticsRow[]
}

const NOTES = 20

/**
 * Reads the rows of the task's own school; a workbook of many schools will do. Errors: `collection.upload_unreadable`,
 * `collection.statistics_none`.
 */
export async function readOwnStatistics(file: SentFile, task: Task): Promise<OwnStatistics> {
  const { row, pack } = task
  const register = pack.register(row.register)
  if (!takesStatistics(task))
    throw new AppError('collection.statistics_none', {
      why: `《${register.title}》没有可以从教育事业统计取数的项目`,
    })
  const sheets = await readWorkbook(file)
  const plan = planReading([register], pack.pack.codes ?? [])
  const layouts = completeLayouts(pack.pack.statistics ?? [])
  const read = readSheets(sheets, file.name, plan, { layouts, defaultYear: row.year })
  const code = codeOf(row)
  const unitColumn = findUnitColumn(pack.pack, register)?.id
  const codeOfName = (name: string) => (name === row.unit_name ? code : undefined)
  const assembled = assembleStatistics(read.readings, [register], codeOfName)
  const isOwn = ({ values }: StatisticsRow): boolean => unitColumn !== undefined && values[unitColumn] === code
  const own = assembled.rows.filter((one) => one.register === register.id && isOwn(one))
  const told = [...read.findings.filter((one) => one.code.startsWith('statistics_')), ...assembled.findings]
  const borrowed = told.find((one) => one.code === 'statistics_layout_borrowed')
  const notes = told
    .filter((one) => one !== borrowed)
    .map(({ message, sheet }) => (sheet === undefined ? message : `${sheet}：${message}`))
  const rows = own.filter(({ year }) => year === row.year)
  if (rows.length === 0) {
    const others = read.readings.flatMap((one) => (one.code === undefined || one.code === code ? [] : [one.code]))
    throw new AppError('collection.statistics_none', { why: whyNone(task, own, [...new Set(others)], notes) })
  }
  return {
    rows,
    ...(borrowed !== undefined && { caution: `${borrowed.message}。${borrowed.advice ?? ''}。` }),
    notes: [...new Set(notes)].slice(0, NOTES),
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
  if (others.length > 0)
    return `文件里是别的学校的统计表（${others.slice(0, 3).join('、')}），没有${row.unit_name}${row.unit_code === '' ? '' : `（${row.unit_code}）`}的`
  if (notes.length > 0) return notes.slice(0, 3).join('；')
  return '文件里没有认出教育事业统计的表'
}
