import type { ColumnIndex } from './column-index.ts'
import type { Grid } from './grid.ts'
import { findHeadingRow, findHeadTop, type HeadedColumn, readHeadedColumns } from './heading-block.ts'
import {
  findHeads,
  findHeadsOf,
  listWanted,
  mappedReading,
  textsOf,
  type Wanted,
  wantedHeads,
} from './mapped-columns.ts'
import { recogniseMappedItems } from './mapped-items.ts'
import type { MappingEntry } from './mapping.ts'
import { recogniseTableAt, unitsUnder } from './recognise-table.ts'
import type { ColumnPlace, Recognition, Unplaced } from './recognition.ts'

/** Reads a sheet by an entry of the mapping file; columns that the entry does not name are matched as usual. */
export function applyMapping(grid: Grid, index: ColumnIndex, entry: MappingEntry): Recognition | undefined {
  const wanted = listWanted(entry)
  const leaf =
    entry.heading_row === undefined
      ? findHeadingRow(grid, 1, (heads) => countWanted(heads, wanted))
      : entry.heading_row - 1
  const table = leaf === undefined || leaf >= grid.height ? undefined : applyToTable(grid, index, entry, wanted, leaf)
  if (table !== undefined && (entry.heading_row !== undefined || hasHalf(table, wanted))) return table
  const items = recogniseMappedItems(grid, index.register, wanted)
  if (items !== undefined)
    return { ...items, ...settingsOf(entry), score: 1, reasons: ['按对照文件读取：填报项目逐行排列'] }
  return entry.sheet === undefined ? undefined : table
}

function countWanted(plain: readonly HeadedColumn[], wanted: readonly Wanted[]): number {
  const heads = wantedHeads(plain, wanted)
  return wanted.filter((want) => want.paths.some((path) => findHeads(heads, path).length > 0)).length
}

/** Without a named sheet or row, an entry fits a sheet only when half of its headings are there. */
function hasHalf(table: Recognition, wanted: readonly Wanted[]): boolean {
  const own = table.places.filter((place) => place.by === 'mapping').length
  return own > 0 && own * 2 >= wanted.length
}

function settingsOf(entry: MappingEntry): Pick<Recognition, 'constants' | 'skip' | 'entry'> & { year?: number } {
  const skip = entry.skip_rows_where === undefined ? [] : [entry.skip_rows_where].flat()
  const year = typeof entry.year === 'number' ? { year: entry.year } : {}
  return { constants: textsOf(entry.constants), skip, entry, ...year }
}

function applyToTable(
  grid: Grid,
  index: ColumnIndex,
  entry: MappingEntry,
  wanted: readonly Wanted[],
  leaf: number,
): Recognition {
  const top = findHeadTop(grid, leaf)
  const heads = wantedHeads(readHeadedColumns(grid, top, leaf), wanted)
  const base = recogniseTableAt(grid, index, top, leaf)
  const unitOf = unitsUnder(grid, top, leaf)
  const odd: Unplaced[] = []
  const own = wanted.flatMap((want): readonly ColumnPlace[] => {
    const found = headOf(want, heads)
    if (found.head === undefined) {
      odd.push(notPlaced(want, found.several, top))
      return []
    }
    const column = index.register.columns.find((one) => one.id === want.column)
    return [placeOf(want, found.head, want.unit ?? (column === undefined ? undefined : unitOf(found.head, column)))]
  })
  const settings = settingsOf(entry)
  const taken = new Set(wanted.map((want) => want.column))
  const usedAt = new Set(own.map((place) => place.sheetColumn))
  const rest = base.places.filter(
    (place) => !taken.has(place.column) && !usedAt.has(place.sheetColumn) && !(place.column in settings.constants),
  )
  const { yearColumn: foundYear, ...plain } = base
  const yearHead = typeof entry.year === 'string' ? findHeadsOf(heads, entry.year)[0] : undefined
  const yearColumn = typeof entry.year === 'number' ? undefined : (yearHead?.sheetColumn ?? foundYear)
  return {
    ...plain,
    ...settings,
    ...(yearColumn === undefined ? {} : { yearColumn }),
    score: 1,
    reasons: [`按对照文件读取：${own.length} 列由对照文件指定，${rest.length} 列按表头识别`],
    places: [...own, ...rest],
    unplaced: [
      ...base.unplaced.filter(
        (one) => !usedAt.has(one.sheetColumn) && !(one.column !== undefined && taken.has(one.column)),
      ),
      ...odd,
    ],
    only: Object.entries(entry.rows_where ?? {}).flatMap(([heading, allowed]) =>
      findHeadsOf(heads, heading)
        .slice(0, 1)
        .map((head) => ({ sheetColumn: head.sheetColumn, texts: [allowed].flat().map(String) })),
    ),
  }
}

interface FoundHead {
  readonly head?: HeadedColumn
  /** Set when several columns have the heading. */
  readonly several: boolean
}

function headOf(want: Wanted, heads: readonly HeadedColumn[]): FoundHead {
  let several = false
  for (const path of want.paths) {
    const [head, second] = findHeads(heads, path)
    if (second !== undefined) several = true
    else if (head !== undefined) return { head, several }
  }
  return { several }
}

function placeOf(want: Wanted, head: HeadedColumn, unit: string | undefined): ColumnPlace {
  return {
    column: want.column,
    heading: head.path.join('/'),
    row: head.row,
    sheetColumn: head.sheetColumn,
    ...mappedReading(want),
    ...(unit === undefined ? {} : { unit }),
  }
}

function notPlaced(want: Wanted, several: boolean, row: number): Unplaced {
  const heading = want.paths.map((path) => path.join('/')).join('”或“')
  const base = { row, sheetColumn: 0, heading, column: want.column }
  if (several) {
    return {
      ...base,
      code: 'ambiguous_heading',
      message: `对照文件里的表头“${heading}”（${want.column}）在这张表里有好几列，没有采用`,
      advice: '带上上级表头，写成“上级/本级”',
    }
  }
  return {
    ...base,
    code: 'unknown_heading',
    message: `对照文件要求的表头“${heading}”（${want.column}）在这张表里没有找到`,
    advice: '核对表头文字；有上级表头时写成“上级/本级”',
  }
}
