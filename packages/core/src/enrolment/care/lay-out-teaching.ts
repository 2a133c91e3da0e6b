import { countCharacters, type Grid, type ReportModel, textGrid, type WorkbookModel } from '../../documents/index.ts'
import type { DoseView, TeachingBook } from './contracts.ts'
import { teachingLightTitles } from './contracts.ts'

/** A lesson as it stands in a school's sheet, its child masked. */
export interface SheetLesson {
  readonly on: string
  readonly name: string
  readonly state: 'held' | 'cancelled'
  readonly teachers: string
  readonly hours: string
  readonly place: string
  readonly says: string
}

export interface TeachingSheet {
  readonly school: string
  readonly period: string
  readonly today: string
  readonly dose: DoseView | undefined
  readonly children: TeachingBook['children']
  readonly lessons: readonly SheetLesson[]
  /** Who took it and when. */
  readonly mark: string
}

const childHeads = [
  '姓名',
  '年级',
  '乡镇',
  '送教起',
  '应送次',
  '已送次',
  '应送课时',
  '已送课时',
  '没上成',
  '情况',
] as const
const childWidths = [10, 12, 12, 17, 8, 8, 9, 9, 8, 24] as const
const lessonHeads = ['日期', '姓名', '教师', '课时', '地点', '内容或没有上成的原因'] as const
const lessonWidths = [17, 10, 16, 9, 14, 42] as const

export const teachingTitle = ({ school, period }: Pick<TeachingSheet, 'school' | 'period'>): string =>
  `${school}送教上门记录表（${period}）`

export function doseLine(dose: DoseView | undefined): string {
  if (dose === undefined) return '标准：本省标准未配置，只记录，不判断。'
  const source = `${dose.document}${dose.article === '' ? '' : `，${dose.article}`}`
  return `标准：${dose.says}（${source}${dose.is_unverified ? '；示例，未核实' : ''}）。`
}

const childGrid = ({ children }: TeachingSheet): Grid =>
  textGrid([
    childHeads,
    ...children.map(({ name, grade, township, since, count }) => [
      ...[name, grade, township, since],
      ...[count.due === undefined ? '—' : String(count.due.visits), String(count.held)],
      ...[count.due?.hours ?? '—', count.hours, String(count.cancelled)],
      `${teachingLightTitles[count.light]}；${count.says}`,
    ]),
  ])

const lessonGrid = ({ lessons }: TeachingSheet): Grid =>
  textGrid([
    lessonHeads,
    ...lessons.map(({ on, name, state, teachers, hours, place, says }) => [
      ...[on, name, teachers, state === 'held' ? hours : '没上成', place, says],
    ]),
  ])

/** The sheet of a school for the record, names masked. */
export function layOutTeachingReport(sheet: TeachingSheet, file: string): ReportModel {
  const lines = [`截至${sheet.today}。${doseLine(sheet.dose)}`, '姓名已遮蔽；一名儿童一行，后附各次记录。']
  return {
    file,
    title: teachingTitle(sheet),
    addressee: undefined,
    signer: sheet.school,
    date: sheet.mark,
    dropped: 0,
    characters: countCharacters(lines.join('')),
    blocks: [
      ...lines.map((text) => ({ kind: 'paragraph' as const, sentences: [{ text, figures: [], priority: 0 }] })),
      { kind: 'table', title: '各儿童送教情况', widths: childWidths, grid: childGrid(sheet), flows: true },
      { kind: 'table', title: '送教记录', widths: lessonWidths, grid: lessonGrid(sheet), flows: true },
    ],
  }
}

export function layOutTeachingBook(sheet: TeachingSheet): WorkbookModel {
  const landscape = { orientation: 'landscape' as const, headStays: true as const }
  return {
    file: '',
    title: teachingTitle(sheet),
    header: `${sheet.mark}　${doseLine(sheet.dose)}`,
    sheets: [
      { name: '各儿童', ...landscape, widths: childWidths, grid: childGrid(sheet) },
      { name: '记录', ...landscape, widths: lessonWidths, grid: lessonGrid(sheet) },
    ],
  }
}
