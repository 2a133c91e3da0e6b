import type { Column, Register, StatisticsFigure, StatisticsSheet } from '../../packs/index.ts'
import { cellAddress } from '../cell-address.ts'
import { shorten } from '../clean-text.ts'
import type { Finding } from '../finding.ts'
import { type Grid, gridOf } from '../grid.ts'
import { keyColumns } from '../reading-plan.ts'
import type { Sheet } from '../sheet.ts'
import { findColumn, findRow } from './find-label.ts'
import { findSchool } from './find-school.ts'
import { findLabelBlocks, type LabelBlock } from './label-block.ts'
import { chooseLayout, type FullLayout, readFigures, spellings } from './layouts.ts'
import { readFigureCell } from './read-figure-cell.ts'
import { findLayoutSheet, identifySheet, type SheetIdentity } from './sheet-number.ts'
import type { FigureReading, StatisticsSheetResult } from './statistics-reading.ts'
import { yearOfSheet } from './statistics-year.ts'

export interface StatisticsContext {
  /** File as named to the reader, relative to the folder, with `/`. */
  readonly file: string
  readonly layouts: readonly FullLayout[]
  readonly registers: readonly Register[]
  /** Year where the title of a sheet says none. */
  readonly defaultYear?: number
}

/** Reads one sheet of a statistics workbook by its labels. Undefined: it is no statistics sheet. */
export function readStatisticsSheet(sheet: Sheet, context: StatisticsContext): StatisticsSheetResult | undefined {
  if (context.layouts.length === 0) return undefined
  const grid = gridOf(sheet)
  const identity = identifySheet(grid)
  const known = context.layouts.filter((layout) => findLayoutSheet(layout, identity) !== undefined)
  const say = (finding: Omit<Finding, 'file' | 'sheet'>) => ({
    findings: [{ ...finding, file: context.file, sheet: sheet.name }],
  })
  if (known.length === 0) return identity.number === undefined ? undefined : say(unknownSheet(identity.number))
  if (sheet.hidden) return say(HIDDEN)
  if (identity.conflict !== undefined) return say(disagreeing(identity.conflict))
  const year = yearOfSheet(sheet, context.layouts) ?? context.defaultYear
  const chosen = chooseLayout(known, year)
  if (chosen === undefined) return say(otherYears(known, identity, year))
  const { layout, isBorrowed } = chosen
  const layoutSheet = findLayoutSheet(layout, identity)
  if (layoutSheet === undefined) return undefined
  if (layout.isUnverified) return say(unverified(layout, layoutSheet))
  return readByLabels({ sheet, grid, context, layout, isBorrowed, layoutSheet, identity, year })
}

interface Labelled {
  readonly sheet: Sheet
  readonly grid: Grid
  readonly context: StatisticsContext
  readonly layout: FullLayout
  readonly isBorrowed: boolean
  readonly layoutSheet: StatisticsSheet
  readonly identity: SheetIdentity
  readonly year: number | undefined
}

function readByLabels(input: Labelled): StatisticsSheetResult {
  const { sheet, grid, context, layout, isBorrowed, layoutSheet, year } = input
  const at = { file: context.file, sheet: sheet.name }
  const blocks = findLabelBlocks(grid, layout.rowHeading)
  const wanted = readFigures(layoutSheet)
  const key = unitColumn(context.registers, layout)
  const figures = wanted.map((figure): FigureReading => {
    const read = readFigure(figure, blocks, input)
    return { ...read, findings: read.findings.map((finding) => ({ ...at, ...finding })) }
  })
  const isStranger = figures.length > 0 && figures.every(({ missing }) => missing !== undefined)
  if (isStranger) return { findings: [{ ...wrongSheet(input, blocks, figures), ...at }] }
  const school = key === undefined ? { codes: [], names: [] } : findSchool(grid, layout, key)
  return {
    reading: { ...at, layout, layoutSheet, isBorrowed, number: layoutSheet.number, year, school, figures },
    findings: [],
  }
}

/** The column that says which school, in the first register at hand that the layout fills. */
function unitColumn(registers: readonly Register[], layout: FullLayout): Column | undefined {
  const targets = layout.sheets.flatMap((sheet) => (sheet.figures ?? []).flatMap(({ into }) => into))
  const target = targets.find((one) => registers.some(({ id }) => id === one.register))
  const register = registers.find(({ id }) => id === target?.register)
  if (register === undefined) return undefined
  return keyColumns(register).find(({ id }) => target?.where?.[id] === undefined)
}

function readFigure(figure: StatisticsFigure, blocks: readonly LabelBlock[], input: Labelled): FigureReading {
  const { registers } = input.context
  const nothing = (...findings: Finding[]): FigureReading => ({ figure, findings })
  const row = findRow(blocks, figure.row)
  if (row.kind === 'missing') return missingLabel(figure, '行', figure.row)
  if (row.kind === 'ambiguous')
    return nothing(
      ambiguousLabel(
        figure,
        '行',
        figure.row,
        row.places.map(({ row: { row: line } }) => `第 ${line + 1} 行`),
      ),
    )
  const column = findColumn(row.place.block, figure.column)
  if (column.kind === 'missing') return missingLabel(figure, '列', figure.column ?? '数值')
  if (column.kind === 'ambiguous') {
    const places = column.places.map(({ column: one }) => cellAddress(row.place.block.top, one))
    return nothing(ambiguousLabel(figure, '列', figure.column ?? '数值', places))
  }
  const [declared] = figure.into.flatMap((target) => {
    const columns = registers.find(({ id }) => id === target.register)?.columns
    return columns?.find(({ id }) => id === target.column) ?? []
  })
  if (declared === undefined) return nothing()
  const outcome = readFigureCell({ grid: input.grid, row: row.place, column: column.place, figure, declared })
  const cell = cellAddress(row.place.row.row, column.place.column)
  const findings = outcome.problems.map((problem) => ({
    ...problem,
    cell,
    ...(outcome.shown === '' ? {} : { found: shorten(outcome.shown) }),
  }))
  const place = { file: input.context.file, sheet: input.sheet.name, cell }
  return { figure, place, findings, ...(outcome.value === undefined ? {} : { value: outcome.value }) }
}

const HIDDEN: Omit<Finding, 'file' | 'sheet'> = {
  level: 'note',
  code: 'hidden_sheet',
  message: '这张表是隐藏的，没有读取',
  advice: '需要用它的数请取消隐藏',
}

function unknownSheet(number: string): Omit<Finding, 'file' | 'sheet'> {
  return { level: 'note', code: 'statistics_not_used', message: `${number}是教育事业统计的表，没有要从中取的数` }
}

function disagreeing(conflict: { readonly named: string; readonly printed: string }): Omit<Finding, 'file' | 'sheet'> {
  return {
    level: 'error',
    code: 'statistics_wrong_sheet',
    message: `工作表的名称是${conflict.named}，表内印的表号是${conflict.printed}，分不清是哪一张，没有采用`,
    advice: '核对后改正工作表名称，或重新导出这张表',
  }
}

function otherYears(
  known: readonly FullLayout[],
  identity: SheetIdentity,
  year: number | undefined,
): Omit<Finding, 'file' | 'sheet'> {
  const years = known.map((layout) => `${layout.since}—${layout.until ?? ''}年`).join('、')
  return {
    level: 'note',
    code: 'statistics_other_year',
    message: `${identity.number ?? '统计表'}的表式只有${years}的，${year ?? ''}年比它们都早，没有采用`,
    advice: '请用当年的统计表；确要用这一年的，由管理员对照当年的报表制度登记表式',
  }
}

function unverified(layout: FullLayout, sheet: StatisticsSheet): Omit<Finding, 'file' | 'sheet'> {
  return {
    level: 'note',
    code: 'statistics_unverified',
    message: `${sheet.number}属于“${layout.title}”，它的栏目没有人核实过，没有采用`,
    advice: '这张表上的项目请在填报表里填写；要从统计表取数的，由管理员按报表制度核实后登记表式',
  }
}

function wrongSheet(
  { layoutSheet, layout, identity }: Labelled,
  blocks: readonly LabelBlock[],
  figures: readonly FigureReading[],
): Finding {
  const wanted = readFigures(layoutSheet).map(({ title }) => title)
  const why =
    blocks.length === 0
      ? `没有找到“${layout.rowHeading.slice(0, 2).join('”或“')}”这样的表头`
      : `没有找到要取的${wanted.length === 1 ? '' : '任何一项'}（${listed(wanted)}），表里缺${listed([...new Set(figures.flatMap(({ missing }) => missing ?? []))])}`
  return {
    level: 'error',
    code: 'statistics_wrong_sheet',
    message: `这张表的表号是${identity.number ?? layoutSheet.number}，但${why}，没有采用`,
    advice: '核对是不是这张表；当年的栏目改了名称的，这些项目请在填报表里填写，新的写法由管理员登记在表式里',
  }
}

/** Titles named in one sentence. */
const NAMED = 4

const listed = (names: readonly string[]): string =>
  `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? ' 等' : ''}`

const named = (labels: string | readonly string[]): string =>
  spellings(labels)
    .map((label) => `“${label}”`)
    .join('或')

function missingLabel(figure: StatisticsFigure, what: '行' | '列', labels: string | readonly string[]): FigureReading {
  const finding: Finding = {
    level: 'note',
    code: 'label_missing',
    message: `没有找到${named(labels)}这一${what}，“${figure.title}”没有读`,
    advice: '当年的栏目改了名称的，这一项请在填报表里填写，新的写法由管理员登记在表式里',
  }
  return { figure, findings: [finding], missing: `“${spellings(labels)[0] ?? ''}”${what}` }
}

function ambiguousLabel(
  figure: StatisticsFigure,
  what: '行' | '列',
  labels: string | readonly string[],
  places: readonly string[],
): Finding {
  return {
    level: 'error',
    code: 'label_ambiguous',
    message: `${named(labels)}有好几${what}（${places.slice(0, 4).join('、')}），分不清取哪一${what}，“${figure.title}”没有读`,
    advice: '这一项请在填报表里填写；要从统计表取数的，由管理员在表式里带上上级栏目，写成“上级/本级”',
  }
}
