import type { Column, Register } from '../packs/index.ts'
import { cellAddress } from './cell-address.ts'
import { clip } from './clean-text.ts'
import type { Finding } from './finding.ts'
import { shownText } from './grid.ts'
import { readHeading } from './heading.ts'
import type { CellReading } from './read-cell.ts'
import type { ReadingPlan } from './reading-plan.ts'
import type { ColumnPlace, Recognition, Unplaced } from './recognition.ts'
import type { Sheet } from './sheet.ts'
import { findUnit, isSameDimension, isSameUnit } from './units.ts'

/** A place together with how its cells are read. */
export interface PlacedReading {
  readonly place: ColumnPlace
  readonly reading: CellReading
  /** The unit of the column does not convert: its cells are refused, with this unit in their cause. */
  readonly refusedUnit?: string
}

export interface ColumnReadings {
  readonly readings: readonly PlacedReading[]
  readonly findings: readonly Finding[]
}

/** Settles unit, codes and mapping of each placed column, and says once per column what a reader should know. */
export function settleReadings(
  sheet: Sheet,
  recognition: Recognition,
  register: Register,
  plan: ReadingPlan,
): ColumnReadings {
  const findings: Finding[] = []
  const readings: PlacedReading[] = []
  for (const place of recognition.places) {
    const column = register.columns.find((one) => one.id === place.column)
    if (column === undefined) continue
    const unit = settleUnit(place, column)
    const hidden = recognition.shape === 'table' && sheet.hiddenColumns.has(place.sheetColumn)
    const remarks = [
      ...(place.by === 'similar' ? [similarHeading(place, column)] : []),
      ...(hidden ? [hiddenColumn(column)] : []),
      ...(unit.remark === undefined ? [] : [unit.remark]),
    ]
    const cell = cellAddress(place.row, place.sheetColumn)
    const at = { sheet: sheet.name, cell, register: register.id, column: column.id, found: place.heading }
    findings.push(...remarks.map((remark) => ({ ...at, ...remark })))
    const codes = plan.codes.get(column.codes ?? '')
    readings.push({
      place,
      reading: {
        column,
        ...(codes === undefined ? {} : { codes }),
        ...(unit.kind === 'other' ? { unit: unit.unit } : {}),
        ...(place.scale === undefined ? {} : { scale: place.scale }),
        ...(place.values === undefined ? {} : { values: place.values }),
      },
      ...(unit.kind === 'refused' ? { refusedUnit: unit.unit } : {}),
    })
  }
  return { readings, findings }
}

type Remark = Pick<Finding, 'level' | 'code' | 'message' | 'advice'>

function similarHeading(place: ColumnPlace, column: Column): Remark {
  return {
    level: 'note',
    code: 'similar_heading',
    message: `“${place.heading}”按“${column.title}”采用，请核对是不是同一项`,
  }
}

function hiddenColumn(column: Column): Remark {
  return { level: 'note', code: 'hidden_column', message: `“${column.title}”所在的列是隐藏列，其中的数已读取` }
}

/** The unit that plain numbers of a column are in: the column's own, another to be converted, or one that does not convert. */
type SettledUnit =
  | { readonly kind: 'own'; readonly remark?: undefined }
  | { readonly kind: 'other'; readonly unit: string; readonly remark: Remark }
  | { readonly kind: 'refused'; readonly unit: string; readonly remark: Remark }

function settleUnit(place: ColumnPlace, column: Column): SettledUnit {
  const isAmount = column.type === 'integer' || column.type === 'number'
  if (!isAmount || place.unit === undefined) return { kind: 'own' }
  if (column.unit === undefined) return settleShare(place, column)
  const stated = findUnit(place.unit) ?? place.unit
  const own = findUnit(column.unit)
  if (own === undefined || isSameUnit(stated, own)) return { kind: 'own' }
  if (isSameDimension(stated, own)) {
    const message = `“${column.title}”的单位是${stated}，已换算成${own}`
    return { kind: 'other', unit: stated, remark: { level: 'repair', code: 'unit_converted', message } }
  }
  const wrong = findUnit(stated) === undefined ? `单位“${stated}”不认识` : `单位是${stated}`
  const message = `“${column.title}”应以${own}计，表中写的${wrong}，这一项没有采用`
  const advice = `改用${own}，或改正表中的单位`
  return { kind: 'refused', unit: stated, remark: { level: 'error', code: 'unit_mismatch', message, advice } }
}

/** A ratio has no unit; a heading that says % means hundredths of it, unless the column's own title says so too. */
function settleShare(place: ColumnPlace, column: Column): SettledUnit {
  if (place.unit !== '%' || place.scale !== undefined || readHeading(column.title).unit !== undefined)
    return { kind: 'own' }
  const message = `“${column.title}”的表头以%计，已除以100换算成比值`
  return { kind: 'other', unit: '%', remark: { level: 'repair', code: 'unit_converted', message } }
}

/** Findings for headings that were not placed, and for required columns that the sheet lacks. */
export function describeGaps(sheet: Sheet, recognition: Recognition, register: Register): readonly Finding[] {
  const unplaced = recognition.unplaced.map((odd) => describeUnplaced(odd, sheet, register))
  const known = new Set([
    ...recognition.places.map((place) => place.column),
    ...Object.keys(recognition.constants),
    ...recognition.unplaced.flatMap((odd) => odd.column ?? []),
  ])
  const missing = register.columns.filter(
    (column) => column.required === true && column.id !== register.year_column && !known.has(column.id),
  )
  const line = recognition.shape === 'table' ? '一列' : '一行'
  const lacking = missing.map(
    (column): Finding => ({
      level: column.applicable === undefined || column.dimension !== undefined ? 'error' : 'note',
      code: 'missing_column',
      message: `表中没有“${column.title}”，这一项按未报处理`,
      advice: `补上“${column.title}”${line}；如果它用了别的名称，请改用这个名称`,
      sheet: sheet.name,
      ...placeOfGap(column, sheet, recognition, register),
      register: register.id,
      column: column.id,
    }),
  )
  return [...unplaced, ...lacking]
}

/** Where the heading of a missing column should stand: alone between its neighbours, or before the first. */
function placeOfGap(
  { id }: Column,
  { rows }: Sheet,
  { places }: Recognition,
  { columns }: Register,
): Pick<Finding, 'cell' | 'found'> {
  const at = columns.findIndex((column) => column.id === id)
  const placeOf = (order: number) => places.find(({ column }) => column === columns[order]?.id)
  const isFirst = at === 0
  const [from, to] = isFirst ? [placeOf(1), placeOf(2)] : [placeOf(at - 1), placeOf(at + 1)]
  if (from === undefined || to === undefined) return {}
  const [down, right] = [to.row - from.row, to.sheetColumn - from.sheetColumn]
  const gap = isFirst ? 1 : 2
  if (!(down === gap && right === 0) && !(down === 0 && right === gap)) return {}
  const step = isFirst ? -1 : 0.5
  const [row, sheetColumn] = [from.row + down * step, from.sheetColumn + right * step]
  if (row < 0 || sheetColumn < 0) return {}
  if (places.some((place) => place.row === row && place.sheetColumn === sheetColumn)) return {}
  const content = rows[row]?.[sheetColumn]?.content
  return { cell: cellAddress(row, sheetColumn), ...(content !== undefined && { found: clip(shownText(content), 80) }) }
}

function describeUnplaced(odd: Unplaced, sheet: Sheet, register: Register): Finding {
  return {
    level: isHarmless(odd) ? 'note' : 'error',
    code: odd.code,
    message: odd.message,
    sheet: sheet.name,
    cell: cellAddress(odd.row, odd.sheetColumn),
    register: register.id,
    found: clip(odd.heading, 80),
    ...(odd.advice === undefined ? {} : { advice: odd.advice }),
    ...(odd.column === undefined ? {} : { column: odd.column }),
  }
}

/** A heading that no register wants does no harm; one that a mapping file asked for in vain does. */
function isHarmless(odd: Unplaced): boolean {
  if (odd.code === 'number_disagrees') return true
  return odd.code === 'unknown_heading' && odd.column === undefined
}
