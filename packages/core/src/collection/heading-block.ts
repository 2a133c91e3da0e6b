import { type Grid, mergedTextAt, textAt } from './grid.ts'
import { headingKey, readHeading } from './heading.ts'
import { findUnit } from './units.ts'

/** A column of a table: the headings above it, outermost first, the column's own heading last. */
export interface HeadedColumn {
  readonly sheetColumn: number
  readonly row: number
  readonly path: readonly string[]
  readonly unit?: string
  /** The lowest heading when it is a word for a unit: 班 under 小学 may be the unit, or the title of a column. */
  readonly word?: string
}

/** Takes a word for a unit as a title where only so the heading is known: 小学/班 when 小学 alone is no column. */
export function settleUnitWords(
  heads: readonly HeadedColumn[],
  isKnown: (path: readonly string[]) => boolean,
): readonly HeadedColumn[] {
  return heads.map((head) => {
    if (head.word === undefined || isKnown(head.path)) return head
    const { unit: _, word, ...titled } = { ...head, path: [...head.path, head.word] }
    return isKnown(titled.path) ? titled : head
  })
}

const DEEPEST = 4
const FORM_MARK =
  /^(?:填报|填表|制表|报送|审核|单位负责人|统计|联系|日期|表号|制定|批准|备案|有效期|计量单位|单位)[^:：]{0,6}[:：]/

/** A number kept as text, as csv files have them; a year may head a group of columns. */
const AMOUNT = /^(?!(?:19|20)\d\d$)\d[\d.,]*$/

/** One register after the other asks the same of a sheet; nothing depends on what is remembered. */
const blocks = new WeakMap<Grid, { readonly tops: Map<number, number>; readonly heads: Map<string, Heads> }>()
type Heads = readonly HeadedColumn[]

function rememberedOf(grid: Grid): { readonly tops: Map<number, number>; readonly heads: Map<string, Heads> } {
  const known = blocks.get(grid)
  if (known !== undefined) return known
  const made = { tops: new Map<number, number>(), heads: new Map<string, Heads>() }
  blocks.set(grid, made)
  return made
}

/** Rows above the leaf row that carry group headings: several texts, none of them a form mark such as 填报单位：… */
export function findHeadTop(grid: Grid, leaf: number): number {
  const { tops } = rememberedOf(grid)
  const known = tops.get(leaf)
  if (known !== undefined) return known
  let top = leaf
  while (top > grid.top && leaf - top < DEEPEST && isGroupRow(grid, top - 1)) top -= 1
  tops.set(leaf, top)
  return top
}

/** No table's headings stand lower than this. */
const HEADING_ROWS = 60
/** The lowest heading row of the table with the most headings that `count` knows; undefined below `least` of them. */
export function findHeadingRow(
  grid: Grid,
  least: number,
  count: (heads: readonly HeadedColumn[]) => number,
): number | undefined {
  let best: { readonly row: number; readonly known: number } | undefined
  for (let row = grid.top; row < Math.min(grid.height, grid.top + HEADING_ROWS); row += 1) {
    const top = findHeadTop(grid, row)
    const known = count(readHeadedColumns(grid, top, row))
    const sameTable = best !== undefined && top <= best.row
    const needed = best === undefined ? least : sameTable ? best.known : best.known + 1
    if (known >= needed) best = { row, known }
  }
  return best?.row
}

function isGroupRow(grid: Grid, row: number): boolean {
  const texts = new Set<string>()
  for (let column = 0; column < grid.width; column += 1) {
    const cell = grid.sheet.rows[row]?.[column]
    if (cell?.content.kind === 'number' || cell?.content.kind === 'date') return false
    const text = mergedTextAt(grid, row, column)
    if (FORM_MARK.test(text) || AMOUNT.test(text)) return false
    if (text !== '') texts.add(text)
  }
  return texts.size >= 2
}

/** The columns under a block of heading rows. A heading left blank takes the group to its left. */
export function readHeadedColumns(grid: Grid, top: number, leaf: number): Heads {
  const { heads } = rememberedOf(grid)
  const slot = `${top},${leaf}`
  const known = heads.get(slot)
  if (known !== undefined) return known
  const columns = headedColumns(grid, top, leaf)
  heads.set(slot, columns)
  return columns
}

function headedColumns(grid: Grid, top: number, leaf: number): Heads {
  const columns: HeadedColumn[] = []
  for (let at = 0; at < grid.width; at += 1) {
    const path: string[] = []
    let row = leaf
    let unit: string | undefined
    let word: string | undefined
    for (let level = top; level <= leaf; level += 1) {
      const own = mergedTextAt(grid, level, at)
      const text = own !== '' || level === leaf ? own : groupToTheLeft(grid, level, leaf, at)
      if (text === '' || path.at(-1) === text) continue
      const heading = readHeading(text)
      unit = heading.unit ?? unit
      if (heading.key === '' || (path.length > 0 && heading.key === headingKey(path.at(-1) ?? ''))) continue
      if (path.length > 0 && findUnit(text) !== undefined && level === leaf) {
        unit = findUnit(text)
        word = text
        continue
      }
      path.push(text)
      row = grid.findMerge(level, at)?.top ?? level
    }
    if (path.length > 0)
      columns.push({
        sheetColumn: at,
        row,
        path,
        ...(unit === undefined ? {} : { unit }),
        ...(word === undefined ? {} : { word }),
      })
  }
  return columns
}

function groupToTheLeft(grid: Grid, level: number, leaf: number, at: number): string {
  if (textAt(grid.sheet, leaf, at) === '') return ''
  for (let column = at - 1; column >= 0; column -= 1) {
    const text = mergedTextAt(grid, level, column)
    if (text !== '')
      return grid.findMerge(level, column) === undefined && textAt(grid.sheet, leaf, column) !== '' ? text : ''
  }
  return ''
}

/** Rows under the headings that belong to them: a row of units, a row of column numbers. */
export function readRowsUnderHeading(
  grid: Grid,
  leaf: number,
): { readonly next: number; readonly units: ReadonlyMap<number, string> } {
  const units = new Map<number, string>()
  let next = leaf + 1
  for (; next <= leaf + 2 && next < grid.height; next += 1) {
    const texts: [number, string][] = []
    for (let at = 0; at < grid.width; at += 1) {
      const text = textAt(grid.sheet, next, at)
      if (text !== '') texts.push([at, text])
    }
    if (texts.length < 2) break
    const named = texts.filter(([, text]) => findUnit(text) !== undefined || /^(?:单位|计量单位|—|-|\/)$/.test(text))
    const numbered = texts.filter(
      ([at, text]) =>
        /^[甲乙丙丁戊己]$/.test(text) ||
        text === `${at + 1}` ||
        text === `${at}` ||
        /^\(\d+\)$/.test(text.normalize('NFKC')),
    )
    if (named.length === texts.length) {
      for (const [at, text] of texts) {
        const unit = findUnit(text)
        if (unit !== undefined) units.set(at, unit)
      }
    } else if (numbered.length !== texts.length || texts.length < 3) break
  }
  return { next, units }
}

/** Units stated above a table (单位：万元、平方米), used for columns that state none themselves. */
export function readTableUnits(grid: Grid, top: number): readonly string[] {
  const units: string[] = []
  for (let row = Math.max(0, top - 6); row < top; row += 1) {
    for (let at = 0; at < grid.width; at += 1) {
      const stated = /(?:计量|金额|货币|面积)?单位[:：]\s*([^)）]+)/.exec(textAt(grid.sheet, row, at))
      if (stated?.[1] === undefined || /填报|报送/.test(textAt(grid.sheet, row, at))) continue
      for (const part of stated[1].split(/[、,，;；/\s]+/)) {
        const unit = findUnit(part)
        if (unit !== undefined) units.push(unit)
      }
    }
  }
  return units
}
