import { type Grid, mergedTextAt, textAt } from './grid.ts'
import { headingKey, readHeading } from './heading.ts'
import type { ItemLine } from './item-lines.ts'
import { findUnit } from './units.ts'

/** What stands to the right of the item titles of a vertical form. */
export interface ValueColumns {
  /** Sheet columns that hold values, left to right: one for each record. */
  readonly values: readonly number[]
  /** The unit printed for a line, in its title or in its unit cell. */
  unitOf(line: ItemLine): string | undefined
}

const VALUE = /^(?:填报值|填报数|填报数据|填报内容值|数值|数据|值|填写值|填写内容|填报结果|实际值|本年值|填写|内容)$/
const ASIDE =
  /^(?:单位|计量单位|取值|单位或取值|单位取值|单位\/取值|备注|说明|填报说明|指标说明|填表说明|指标解释|是否必填|必填|序号|编号|代码|类别|分类|类型|填报单位|来源|数据来源|依据)$/
const UNIT = /^(?:单位|计量单位|单位或取值|单位取值|取值|取值单位)$/

/** Finds where the values of a block of item lines stand, by the headings above it, else by what the columns hold. */
export function findValueColumns(grid: Grid, items: number, lines: readonly ItemLine[], next: number): ValueColumns {
  const first = lines[0]?.row ?? 0
  const heads = readHeads(grid, first, items)
  const span = range(heads.from, items).concat(range(items + 1, valueEnd(grid, heads.row, next)))
  const unitColumn = span.find((at) => UNIT.test(heads.of(at)))
  const named = span.filter((at) => VALUE.test(heads.of(at)))
  const values =
    named.length > 0 ? named : span.filter((at) => at > items && isValueColumn(grid, heads.of(at), at, lines))
  const unitOf = (line: ItemLine): string | undefined => {
    const own = readHeading(line.text).unit
    if (own !== undefined) return own
    if (unitColumn !== undefined) return findUnit(mergedTextAt(grid, line.row, unitColumn))
    for (const at of span) {
      const found = values.includes(at) ? undefined : findUnit(textAt(grid.sheet, line.row, at))
      if (found !== undefined && grid.sheet.rows[line.row]?.[at]?.content.kind === 'text') return found
    }
    return undefined
  }
  return { values, unitOf }
}

interface Heads {
  readonly row: number | undefined
  readonly from: number
  of(at: number): string
}

/** The heading row of a vertical form stands within three rows above its first item and names 项目 or 填报值. */
function readHeads(grid: Grid, first: number, items: number): Heads {
  for (let row = first - 1; row >= Math.max(0, first - 3); row -= 1) {
    const keyAt = (at: number) => headingKey(mergedTextAt(grid, row, at))
    const known = range(0, grid.width).filter(
      (at) => VALUE.test(keyAt(at)) || ASIDE.test(keyAt(at)) || /项目|指标|内容/.test(keyAt(at)),
    )
    if (known.length >= 2) return { row, from: leftEdge(keyAt, items), of: keyAt }
  }
  return { row: undefined, from: items, of: () => '' }
}

/** Columns left of the items belong to the same form back to the nearest other value column. */
function leftEdge(keyAt: (at: number) => string, items: number): number {
  for (let at = items - 1; at >= 0; at -= 1) {
    if (keyAt(at) === '') return at + 1
    if (at < items - 1 && VALUE.test(keyAt(at)) && /项目|指标/.test(range(0, at).map(keyAt).join('|'))) return at + 1
  }
  return 0
}

/** Values end where the next form's own 序号 or 类别 begins. */
function valueEnd(grid: Grid, row: number | undefined, next: number): number {
  if (row === undefined) return next
  let end = next
  while (end > 0 && end < grid.width && /^(?:序号|编号|类别|分类)$/.test(headingKey(mergedTextAt(grid, row, end - 1))))
    end -= 1
  return end
}

function isValueColumn(grid: Grid, head: string, at: number, lines: readonly ItemLine[]): boolean {
  if (ASIDE.test(head)) return false
  const texts = lines.map((line) => textAt(grid.sheet, line.row, at)).filter((text) => text !== '')
  if (texts.length === 0) return false
  const units = texts.filter((text) => findUnit(text) !== undefined || /^(?:是\/否|必填|选填)$/.test(text))
  return units.length * 2 < texts.length && texts.length * 4 >= Math.min(lines.length, 8)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, order) => from + order)
}
