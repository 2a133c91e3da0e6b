import { rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import { kindOf, roleOf } from '../../extract/roles.ts'
import { CLASS_CODE, LEAST_CODED } from '../../numbers/class-codes.ts'
import type { NumberToken } from '../../numbers/number-token.ts'
import { BARE, type Unit, unitOf } from '../../numbers/units.ts'
import { statedValue } from '../../numbers/value-range.ts'

/** A cell of a table in plain text, at its place in the grid. */
export interface PlainCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  readonly passage: number
}

export interface TableClaims {
  readonly claims: readonly Claim[]
  /** Claim at a row and column of the body. */
  readonly at: (row: number, column: number) => Claim | undefined
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly rowLabel: (row: number) => string
  readonly columnLabel: (column: number) => string
  /** The code of the class, section or item that a row is of, without blanks: 2010601. */
  readonly code: (row: number) => string | undefined
}

const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
/** A cell that holds nothing but a number, a rate or a ratio. */
export const LONE_NUMBER = /^[-+]?[\d.,]+(?:[%‰]|:1)?$|^1:\d+(?:\.\d+)?$/

/** Reads the numbers of a table; their quantity is what row and column say. */
export function readTable(cells: readonly PlainCell[], caption: string, firstId: number): TableClaims {
  const grid = gridOf(cells)
  const codes = codesOf(cells)
  const isCode = ({ row, column }: PlainCell): boolean => column < (codes.get(row)?.width ?? 0)
  const numeric = cells.filter((cell) => NUMBER.test(bare(cell.text)) && !isCode(cell))
  const firstRow = Math.min(...numeric.filter((cell) => !isLabel(cell, numeric)).map(({ row }) => row))
  const body = numeric.filter((cell) => cell.row >= firstRow && !isLabel(cell, numeric))
  const columns = [...new Set(body.map(({ column }) => column))].toSorted((a, b) => a - b)
  const rows = [...new Set(body.map(({ row }) => row))].toSorted((a, b) => a - b)
  const columnLabel = (column: number) => joined(grid.filter((cell) => cell.row < firstRow && cell.column === column))
  const rowLabel = (row: number) =>
    joined(
      grid.filter(
        (cell) =>
          cell.row === row && !isCode(cell) && !NUMBER.test(bare(cell.text)) && cell.column < Math.max(...columns),
      ),
    )
  const places = new Map<string, Claim>()
  for (const cell of body) {
    const claim = cellClaim(cell, rowLabel(cell.row), `${columnLabel(cell.column)}`, caption, firstId + places.size)
    if (claim !== undefined) places.set(`${cell.row} ${cell.column}`, claim)
  }
  const at = (row: number, column: number) => places.get(`${row} ${column}`)
  const code = (row: number) => codes.get(row)?.code
  return { claims: [...places.values()], at, rows, columns, rowLabel, columnLabel, code }
}

/** Rows that begin with the code of a class, in one cell or in one each, and how many columns it takes. */
function codesOf(cells: readonly PlainCell[]): ReadonlyMap<number, { readonly code: string; readonly width: number }> {
  const rows = new Map<number, PlainCell[]>()
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell])
  const codes = new Map<number, { readonly code: string; readonly width: number }>()
  for (const [row, own] of rows) {
    const sorted = own.toSorted((a, b) => a.column - b.column)
    const end = sorted.findIndex(({ text }) => text !== '' && !/^\d{2,3}(?:\s*\d\d){0,2}$/.test(text))
    const head = sorted.slice(0, Math.max(0, end))
    const code = head.map(({ text }) => text.replace(/\s/g, '')).join('')
    if (CLASS_CODE.test(code)) codes.set(row, { code, width: (head.at(-1)?.column ?? 0) + 1 })
  }
  return codes.size >= LEAST_CODED ? codes : new Map()
}

const bare = (text: string): string => text.replace(/[%‰]$|:1$|^1:(?=\d)/, '')

/** A column of running numbers, or of years, names rows. */
function isLabel(cell: PlainCell, numeric: readonly PlainCell[]): boolean {
  if (/^(?:19|20)\d\d$/.test(cell.text) && cell.column === 0) return true
  if (cell.column > 0) return false
  const column = numeric.filter((one) => one.column === 0).toSorted((a, b) => a.row - b.row)
  return column.length > 1 && column.every(({ text }, at) => Number(text) === Number(column[0]?.text) + at)
}

/** Merged cells stand at every place that they cover. */
function gridOf(cells: readonly PlainCell[]): readonly PlainCell[] {
  return cells.flatMap((cell) =>
    Array.from({ length: Math.min(cell.rowSpan, 200) * Math.min(cell.columnSpan, 60) }, (_, at) => ({
      ...cell,
      row: cell.row + Math.floor(at / Math.min(cell.columnSpan, 60)),
      column: cell.column + (at % Math.min(cell.columnSpan, 60)),
    })),
  )
}

const joined = (cells: readonly PlainCell[]): string => [...new Set(cells.map(({ text }) => text))].join('')

function cellClaim(
  cell: PlainCell,
  rowLabel: string,
  columnLabel: string,
  caption: string,
  id: number,
): Claim | undefined {
  const words = `${columnLabel}${rowLabel}`
  const sign = /[%‰]$/.exec(cell.text)?.[0]
  const unit =
    sign === undefined
      ? (unitIn(columnLabel) ?? unitIn(rowLabel) ?? unitOfCaption(caption))
      : { unit: unitOf(sign) ?? BARE, scale: 1n, text: sign }
  const isRatio = /:1$|^1:\d/.test(cell.text)
  const start = /^1:\d/.test(cell.text) ? 2 : 0
  const literal = bare(cell.text).replace(/[,+-]/g, '')
  const token: NumberToken = {
    start: 0,
    end: cell.text.length,
    digits: { start, end: start + bare(cell.text).length },
    literal,
    inWords: false,
    scale: rational.mul((unit?.unit ?? BARE).factor, rational.fromPair(unit?.scale ?? 1n, 1n)),
    unit: isRatio ? { ...BARE, dimension: 'ratio' } : (unit?.unit ?? { ...BARE, counted: !literal.includes('.') }),
    unitText: isRatio ? ':1' : (unit?.text ?? ''),
    per: undefined,
    qualifier: undefined,
    masked: false,
    rounded: false,
    upTo: undefined,
  }
  const stated = statedValue(token)
  if (stated === undefined) return undefined
  const { role } = roleOf(token, columnLabel, '', columnLabel)
  const year = /(?:19|20)\d\d/.exec(words)?.[0]
  return {
    ...stated,
    id,
    token,
    passage: cell.passage,
    sentence: 0,
    segment: 0,
    role,
    sign: cell.text.startsWith('-') ? -1 : 1,
    quantity: `${rowLabel} ${columnLabel}`.trim().slice(0, 60),
    kind: kindOf(token, words, ''),
    period: year,
    before: words,
    near: words,
    after: '',
  }
}

const UNIT = '(万|亿|千|百万)?(元|人|名|所|个|平方米|㎡|亩|册|台|套|%|‰|间|班|人次|户)'
const UNIT_IN_HEADING = new RegExp(`[(:/](?:单位:?)?${UNIT}(?=[)/:]|$)`, 'g')
const UNIT_OF_CAPTION = new RegExp(`(?:单位:?|\\()${UNIT}\\)?$`)

/** The unit that a heading names in brackets or after a stroke: 金额（万元）, 人数/人. */
function unitIn(heading: string): { readonly unit: Unit; readonly scale: bigint; readonly text: string } | undefined {
  const found = [...heading.matchAll(UNIT_IN_HEADING)].at(-1)
  if (found !== undefined) return sizedUnit(found)
  const percent = unitOf('%')
  if (/(?:率|占比|比例|比重|增幅|增长%|百分比)$|%/.test(heading) && percent)
    return { unit: percent, scale: 1n, text: '%' }
  return undefined
}

/** The unit at the end of what stands above a table; what it says before is of other numbers. */
function unitOfCaption(caption: string) {
  const found = UNIT_OF_CAPTION.exec(caption)
  return found === null ? undefined : sizedUnit(found)
}

function sizedUnit([, size, word = '']: RegExpExecArray | RegExpMatchArray) {
  const unit = unitOf(word)
  return unit && { unit, scale: SIZES[size ?? ''] ?? 1n, text: `${size ?? ''}${word}` }
}

const SIZES: Readonly<Record<string, bigint>> = { 千: 1000n, 万: 10_000n, 百万: 1_000_000n, 亿: 100_000_000n }
