import { rational } from '../formula/index.ts'
import type { Column } from '../packs/index.ts'
import { accept, BLANK, type CellOutcome, refuse } from './cell-outcome.ts'
import { compareDecimals, getDecimal, scaleDecimal, shownDecimal } from './decimal-text.ts'
import { shownText } from './grid.ts'
import { type CodeIndex, readCode } from './read-code.ts'
import { readNumber } from './read-number.ts'
import { readBoolean, readDate, readText, readYear } from './read-typed.ts'
import type { CellContent, SheetCell } from './sheet.ts'
import { convertUnit, findUnit, isSameDimension } from './units.ts'

/** How the cells of one register column are to be read. */
export interface CellReading {
  readonly column: Column
  readonly codes?: CodeIndex
  readonly unit?: string
  readonly scale?: string
  readonly values?: Readonly<Record<string, string>>
}

/** Reads one cell for a column: the typed value, what was cleaned, or why it is refused. */
export function readCell(cell: SheetCell | undefined, reading: CellReading): CellOutcome {
  if (cell === undefined) return BLANK
  const content = mapped(cell.content, reading)
  if (content.kind === 'text' && content.text.trim() === '') return BLANK
  const { column } = reading
  switch (column.type) {
    case 'integer':
    case 'number':
      return readAmount(content, reading, cell.percent === true)
    case 'boolean':
      return readBoolean(content)
    case 'code':
      return reading.codes === undefined ? readText(content, column) : readCode(content, reading.codes, reading.values)
    case 'date':
      return readDate(content)
    case 'year':
      return withinLimits(readYear(content), column)
    case 'text':
      return readText(content, column)
  }
}

/** Replaces what the mapping file lists, for columns that are not code columns. */
function mapped(content: CellContent, reading: CellReading): CellContent {
  if (reading.values === undefined || reading.column.type === 'code') return content
  const text = shownText(content).trim()
  const taken = Object.hasOwn(reading.values, text) ? reading.values[text] : undefined
  return taken === undefined ? content : { kind: 'text', text: taken }
}

const ONE_PERCENT = rational.fromPair(1n, 100n)

function readAmount(content: CellContent, reading: CellReading, isPercent: boolean): CellOutcome {
  const { column, unit } = reading
  // A heading in % over a column of ratios: what is typed is a percentage.
  const isShare = unit === '%' && column.unit === undefined
  const found = readNumber(content, isShare ? unit : column.unit, unit)
  if (!('text' in found)) return found
  let text = found.text
  const { repairs } = found
  if (isShare && !isPercent) text = scaleDecimal(text, ONE_PERCENT)
  if (isPercent && column.unit !== undefined && findUnit(unit ?? column.unit) === '%')
    text = scaleDecimal(text, rational.HUNDRED)
  if (
    unit !== undefined &&
    column.unit !== undefined &&
    findUnit(unit) !== findUnit(column.unit) &&
    isSameDimension(unit, column.unit)
  )
    text = convertUnit(text, unit, column.unit) ?? text
  if (reading.scale !== undefined) {
    text = scaleDecimal(text, getDecimal(reading.scale))
  }
  if (column.type === 'integer' && /[./]/.test(text)) {
    return refuse('not_an_integer', `“${shownDecimal(text)}”有小数，${column.title}应当是整数`, '核对后填写整数')
  }
  return withinLimits(accept(text, repairs), column)
}

function withinLimits(outcome: CellOutcome, column: Column): CellOutcome {
  const { value } = outcome
  if (typeof value !== 'string') return outcome
  const least = column.min ?? (column.type === 'year' ? undefined : '0')
  const below = least === '0' ? value.startsWith('-') : least !== undefined && compareDecimals(value, least) < 0
  if (below) {
    return value.startsWith('-') && !least?.startsWith('-')
      ? refuse('negative', `${column.title}不能是负数（${value}）`, '核对后重新填写')
      : refuse(
          'out_of_range',
          `${shownDecimal(value)} 小于 ${column.title}允许的最小值 ${least ?? '0'}`,
          '核对后重新填写',
        )
  }
  if (column.max !== undefined && compareDecimals(value, column.max) > 0) {
    return refuse(
      'out_of_range',
      `${shownDecimal(value)} 大于 ${column.title}允许的最大值 ${column.max}`,
      '核对数值与单位后重新填写',
    )
  }
  return outcome
}
