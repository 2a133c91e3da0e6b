import type { Column } from '../packs/index.ts'
import { type ColumnIndex, matchHeading } from './column-index.ts'
import type { Grid } from './grid.ts'
import { headingKey } from './heading.ts'
import {
  findHeadingRow,
  findHeadTop,
  type HeadedColumn,
  readHeadedColumns,
  readRowsUnderHeading,
  readTableUnits,
  settleUnitWords,
} from './heading-block.ts'
import type { Recognition } from './recognition.ts'
import { type Claim, settleClaims } from './settle-claims.ts'
import { isSameDimension } from './units.ts'

/** Looks for a table with one record per row; the best heading row wins. */
export function recogniseTable(grid: Grid, index: ColumnIndex): Recognition | undefined {
  const leaf = findHeadingRow(grid, 2, (heads) => countMatches(heads, index))
  return leaf === undefined ? undefined : recogniseTableAt(grid, index, findHeadTop(grid, leaf), leaf)
}

function countMatches(heads: readonly HeadedColumn[], index: ColumnIndex): number {
  const found = new Set<string>()
  for (const head of titledHeads(heads, index))
    for (const match of matchHeading(index, head.path, false)) found.add(match.column.id)
  return found.size
}

const titledHeads = (heads: readonly HeadedColumn[], index: ColumnIndex): readonly HeadedColumn[] =>
  settleUnitWords(heads, (path) => matchHeading(index, path, false).length > 0)

/** Reads the table whose headings stand in the rows `top` to `leaf`. */
export function recogniseTableAt(grid: Grid, index: ColumnIndex, top: number, leaf: number): Recognition {
  const heads = titledHeads(readHeadedColumns(grid, top, leaf), index)
  const claims = heads.flatMap((head): Claim[] =>
    matchHeading(index, head.path, true).map((match) => ({ ...match, head })),
  )
  const { settled, unplaced } = settleClaims(grid.sheet, heads, claims, index)
  const unitOf = unitsUnder(grid, top, leaf)
  const places = settled.map((claim) => {
    const unit = unitOf(claim.head, claim.column)
    const place = {
      column: claim.column.id,
      heading: claim.head.path.join('/'),
      row: claim.head.row,
      sheetColumn: claim.head.sheetColumn,
      by: claim.by,
    }
    return unit === undefined ? place : { ...place, unit }
  })
  const year = heads.find(
    (head) => YEAR.test(headingKey(head.path.at(-1) ?? '')) && !settled.some((claim) => claim.head === head),
  )
  return {
    register: index.register.id,
    shape: 'table',
    ...(year === undefined ? {} : { yearColumn: year.sheetColumn }),
    score: places.length / index.register.columns.length,
    reasons: [`第 ${leaf + 1} 行的表头中有 ${places.length} 个“${index.register.title}”的填报项目`],
    places,
    records: { kind: 'rows', first: readRowsUnderHeading(grid, leaf).next, last: grid.height },
    unplaced: unplaced.filter((odd) => odd.sheetColumn !== year?.sheetColumn),
    constants: {},
    skip: [],
    headTop: top,
    ...(grid.top === 0 ? {} : { top: grid.top }),
  }
}

const YEAR = /^(?:年份|年度|学年|学年度|统计年度|填报年度|统计年份|year)$/

/** The unit of a column: in its heading, in the row of units below, or stated above the table. */
export function unitsUnder(
  grid: Grid,
  top: number,
  leaf: number,
): (head: HeadedColumn, column: Column) => string | undefined {
  const under = readRowsUnderHeading(grid, leaf)
  const stated = readTableUnits(grid, top)
  return (head, column) => head.unit ?? under.units.get(head.sheetColumn) ?? statedFor(column, stated)
}

/** A unit above the table holds for a column when exactly one of the stated units measures the same thing. */
function statedFor(column: Column, stated: readonly string[]): string | undefined {
  const own = column.unit
  if (own === undefined) return undefined
  const fitting = [...new Set(stated.filter((unit) => isSameDimension(unit, own)))]
  return fitting.length === 1 ? fitting[0] : undefined
}
