import type { Register } from '../packs/index.ts'
import { cellAddress } from './cell-address.ts'
import type { Finding } from './finding.ts'
import type { CellReading } from './read-cell.ts'
import type { ReadingPlan } from './reading-plan.ts'
import type { ColumnPlace, Recognition } from './recognition.ts'
import type { Sheet } from './sheet.ts'
import { findUnit, isSameDimension, isSameUnit } from './units.ts'

/** A place together with how its cells are read. */
export interface PlacedReading {
  readonly place: ColumnPlace
  readonly reading: CellReading
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
    const at = {
      sheet: sheet.name,
      cell: cellAddress(place.row, place.sheetColumn),
      register: register.id,
      column: column.id,
      found: place.heading,
    }
    if (place.by === 'similar') {
      findings.push({
        ...at,
        level: 'note',
        code: 'similar_heading',
        message: `“${place.heading}”按“${column.title}”采用，请核对是不是同一项`,
      })
    }
    if (sheet.hiddenColumns.has(place.sheetColumn) && recognition.shape === 'table') {
      findings.push({
        ...at,
        level: 'note',
        code: 'hidden_column',
        message: `“${column.title}”所在的列是隐藏列，其中的数已读取`,
      })
    }
    const unit = unitOf(place, column, at, findings)
    if (unit === 'refused') continue
    const codes = column.codes === undefined ? undefined : plan.codes.get(column.codes)
    readings.push({
      place,
      reading: {
        column,
        ...(codes === undefined ? {} : { codes }),
        ...(unit === undefined ? {} : { unit }),
        ...(place.scale === undefined ? {} : { scale: place.scale }),
        ...(place.values === undefined ? {} : { values: place.values }),
      },
    })
  }
  return { readings, findings }
}

function unitOf(
  place: ColumnPlace,
  column: Register['columns'][number],
  at: Partial<Finding>,
  findings: Finding[],
): string | undefined {
  const isAmount = column.type === 'integer' || column.type === 'number'
  if (!isAmount || place.unit === undefined || column.unit === undefined) return undefined
  const stated = findUnit(place.unit) ?? place.unit
  const own = findUnit(column.unit)
  if (own === undefined || isSameUnit(stated, own)) return undefined
  if (isSameDimension(stated, own)) {
    findings.push({
      ...at,
      level: 'repair',
      code: 'unit_converted',
      message: `“${column.title}”的单位是${stated}，已换算成${own}`,
    })
    return stated
  }
  findings.push({
    ...at,
    level: 'error',
    code: 'unit_mismatch',
    message: `“${column.title}”应以${own}计，表中写的单位是${stated}，这一项没有采用`,
    advice: `改用${own}，或改正表中的单位`,
  })
  return 'refused'
}

/** Findings for headings that were not placed, and for required columns that the sheet lacks. */
export function describeGaps(sheet: Sheet, recognition: Recognition, register: Register): readonly Finding[] {
  const findings = recognition.unplaced.map((odd): Finding => {
    const harmless = odd.code === 'unknown_heading' || odd.code === 'number_disagrees'
    const base: Finding = {
      level: harmless && !(odd.code === 'unknown_heading' && odd.column !== undefined) ? 'note' : 'error',
      code: odd.code,
      message: odd.message,
      sheet: sheet.name,
      cell: cellAddress(odd.row, odd.sheetColumn),
      register: register.id,
      found: odd.heading.slice(0, 80),
    }
    return {
      ...base,
      ...(odd.advice === undefined ? {} : { advice: odd.advice }),
      ...(odd.column === undefined ? {} : { column: odd.column }),
    }
  })
  const known = new Set([
    ...recognition.places.map((place) => place.column),
    ...Object.keys(recognition.constants),
    ...recognition.unplaced.flatMap((odd) => odd.column ?? []),
  ])
  const missing = register.columns.filter(
    (column) => column.required === true && column.id !== register.year_column && !known.has(column.id),
  )
  const lacking = missing.map(
    (column): Finding => ({
      level: column.applicable === undefined || column.dimension !== undefined ? 'error' : 'note',
      code: 'missing_column',
      message: `表中没有“${column.title}”，这一项按未报处理`,
      advice: `补上“${column.title}”${recognition.shape === 'table' ? '一列' : '一行'}；如果它用了别的名称，请改用这个名称或写入对照文件`,
      sheet: sheet.name,
      register: register.id,
      column: column.id,
    }),
  )
  return [...findings, ...lacking]
}
