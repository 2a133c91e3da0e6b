import type { Column } from '../packs/index.ts'
import { type Grid, isBlankRow, shownText, textAt } from './grid.ts'
import { headingKey } from './heading.ts'
import type { ColumnPlace, Recognition } from './recognition.ts'
import type { Sheet } from './sheet.ts'

const TOTAL =
  /^(?:共计|累计|汇总|总和|平均|均值|平均值|平均数|全县|全区|全市|全省|全州|其中|sum|all|average|mean)$|(?:合计|小计|总计|total|subtotal)$/
const REMARK =
  /^(?:注|备注|说明|填表说明|填表人|填报人|审核人|复核人|制表|制表人|负责人|单位负责人|统计负责人|联系人|联系电话|填表日期|填报日期|报出日期|本表)(?:[:：1-9一(（]|$)/

/** Why a row of a table is not a record; undefined when it is one. `silent` rows are not worth a word. */
export type SkipReason = 'silent' | '隐藏行' | '合计行' | '说明行' | '分组行' | '对照文件排除的行'

export function findSkipReason(
  grid: Grid,
  recognition: Recognition,
  row: number,
  keys: readonly Column[],
): SkipReason | undefined {
  const { sheet } = grid
  if (isBlankRow(sheet, row)) return 'silent'
  const filled = firstFilled(sheet, recognition.places, row)
  if (isHeadingAgain(grid, recognition.places, row)) return 'silent'
  const lead = leadingTexts(grid, row)
  const label = lead[0] ?? ''
  if (REMARK.test(label.normalize('NFKC')) && filled.length <= 3) return '说明行'
  if (recognition.skip.some((word) => (sheet.rows[row] ?? []).some((_, at) => textAt(sheet, row, at).includes(word)))) {
    return '对照文件排除的行'
  }
  if (recognition.only?.some((one) => !one.texts.includes(textAt(sheet, row, one.sheetColumn))) === true)
    return '对照文件排除的行'
  if (lead.some((text) => TOTAL.test(headingKey(text)) || /^其中\s*[:：]/.test(text))) return '合计行'
  if (sheet.hiddenRows.has(row)) return filled.length === 0 ? 'silent' : '隐藏行'
  const [only, second] = filled
  if (only === undefined) return 'silent'
  if (second !== undefined || recognition.places.length <= 3 || new Set(lead).size !== 1) return undefined
  // A code with nothing beside it is a unit that reported nothing, not the heading of a group.
  if (isCode(textAt(sheet, row, only.sheetColumn), keys, only)) return undefined
  return label.length > 30 ? '说明行' : '分组行'
}

/** The first placed cells of a row that hold anything; four are enough to tell. */
function firstFilled(sheet: Sheet, places: readonly ColumnPlace[], row: number): readonly ColumnPlace[] {
  const filled: ColumnPlace[] = []
  for (const place of places) {
    if (textAt(sheet, row, place.sheetColumn) === '') continue
    filled.push(place)
    if (filled.length === 4) break
  }
  return filled
}

function isCode(text: string, keys: readonly Column[], place: ColumnPlace): boolean {
  const key = keys.find(({ id }) => id === place.column)
  if (key === undefined) return false
  return key.pattern === undefined ? /\d/.test(text) : new RegExp(key.pattern.regex, 'u').test(text)
}

/** The first texts of a row: a total is named in one of them. */
function leadingTexts(grid: Grid, row: number): readonly string[] {
  const texts: string[] = []
  const cells = grid.sheet.rows[row] ?? []
  for (let at = 0; at < cells.length && texts.length < 3; at += 1) {
    if (cells[at]?.content.kind !== 'text') continue
    const text = textAt(grid.sheet, row, at)
    if (text !== '') texts.push(text)
  }
  return texts
}

/** Headings repeated for print, or on a second page. */
function isHeadingAgain(grid: Grid, places: readonly ColumnPlace[], row: number): boolean {
  const keys = leafKeysOf(places)
  const cells = grid.sheet.rows[row] ?? []
  const needed = Math.min(3, places.length)
  let same = 0
  for (let at = 0; at < places.length; at += 1) {
    if (same + places.length - at < needed) return false
    const content = cells[places[at]?.sheetColumn ?? -1]?.content
    const key = keys[at] ?? ''
    // A number is a heading only where the heading is a number, as years are.
    if (content === undefined || (content.kind === 'number' && !/^\d/.test(key))) continue
    const text = shownText(content).trim()
    if (text !== '' && headingKey(text) === key) same += 1
  }
  return same >= needed
}

/** Asked for every row; nothing depends on what is remembered. */
const leafKeys = new WeakMap<readonly ColumnPlace[], readonly string[]>()

function leafKeysOf(places: readonly ColumnPlace[]): readonly string[] {
  const known = leafKeys.get(places)
  if (known !== undefined) return known
  const keys = places.map(({ heading }) => headingKey(heading.slice(heading.lastIndexOf('/') + 1)))
  leafKeys.set(places, keys)
  return keys
}
