import type { ColumnIndex } from './column-index.ts'
import type { Grid } from './grid.ts'
import { headingKey } from './heading.ts'
import { findHeadTop, type HeadedColumn, readHeadedColumns } from './heading-block.ts'
import type { MappedColumn, MappingEntry } from './mapping.ts'
import { recogniseItems } from './recognise-items.ts'
import { recogniseTableAt } from './recognise-table.ts'
import type { Place, Recognition } from './recognition.ts'

interface Wanted {
  readonly column: string
  /** Headings in normal form, each with its groups: ['小学教师', '专科']. */
  readonly paths: readonly (readonly string[])[]
  readonly unit?: string
  readonly scale?: string
  readonly values?: Readonly<Record<string, string>>
}

/** Reads a sheet by an entry of the mapping file; columns that the entry does not name are matched as usual. */
export function applyMapping(grid: Grid, index: ColumnIndex, entry: MappingEntry): Recognition | undefined {
  const wanted = Object.entries(entry.columns ?? {}).map(([column, mapped]) => wantedOf(column, mapped))
  const leaf = entry.heading_row === undefined ? findHeadingRow(grid, wanted) : entry.heading_row - 1
  const base =
    leaf === undefined ? recogniseItems(grid, index) : recogniseTableAt(grid, index, findHeadTop(grid, leaf), leaf)
  if (base === undefined) return undefined
  const heads = leaf === undefined ? [] : readHeadedColumns(grid, findHeadTop(grid, leaf), leaf)
  const own = wanted.flatMap((want) => placeOf(want, heads))
  const missing = wanted.filter((want) => !own.some((place) => place.column === want.column))
  if (wanted.length > 0 && own.length === 0 && leaf !== undefined) return undefined
  const taken = new Set(own.map((place) => place.column))
  const usedAt = new Set(own.map((place) => place.at))
  const constants = textsOf(entry.constants)
  const rest = base.places.filter(
    (place) => !taken.has(place.column) && !usedAt.has(place.at) && !(place.column in constants),
  )
  const skip = entry.skip_rows_where === undefined ? [] : [entry.skip_rows_where].flat()
  return {
    ...base,
    score: 1,
    reasons: [`按对照文件读取：${own.length} 列由对照文件指定，${rest.length} 列按表头识别`],
    places: [...own, ...rest],
    unplaced: [
      ...base.unplaced.filter((odd) => !usedAt.has(odd.at) && !(odd.column !== undefined && taken.has(odd.column))),
      ...missing.map((want) => notThere(want, base.headTop)),
    ],
    constants,
    skip,
    ...(entry.year === undefined ? {} : { year: entry.year }),
  }
}

function notThere(want: Wanted, row: number): Recognition['unplaced'][number] {
  const heading = want.paths.map((path) => path.join('/')).join('”或“')
  return {
    code: 'unknown_heading',
    row,
    at: 0,
    heading,
    column: want.column,
    message: `对照文件要求的表头“${heading}”（${want.column}）在这张表里没有找到`,
    advice: '核对表头文字；有上级表头时写成“上级/本级”',
  }
}

function wantedOf(column: string, mapped: MappedColumn): Wanted {
  if (typeof mapped === 'string' || Array.isArray(mapped)) return { column, paths: [mapped].flat().map(pathOf) }
  const base = { column, paths: [mapped.heading].flat().map(pathOf) }
  return {
    ...base,
    ...(mapped.unit === undefined ? {} : { unit: mapped.unit }),
    ...(mapped.scale === undefined ? {} : { scale: String(mapped.scale) }),
    ...(mapped.values === undefined ? {} : { values: textsOf(mapped.values) }),
  }
}

function pathOf(heading: string): readonly string[] {
  return heading
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function textsOf(
  words: Readonly<Record<string, string | number | boolean>> | undefined,
): Readonly<Record<string, string>> {
  const asText = (value: string | number | boolean) =>
    typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
  return Object.fromEntries(Object.entries(words ?? {}).map(([key, value]) => [key, asText(value)]))
}

/** True when the wanted path is the heading itself or its tail, groups between left out. */
function isPath(head: HeadedColumn, path: readonly string[]): boolean {
  const keys = head.path.map(headingKey)
  const whole = headingKey(path.join(''))
  if (keys.join('') === whole || keys.at(-1) === whole) return true
  const wantedKeys = path.map(headingKey)
  if (keys.at(-1) !== wantedKeys.at(-1)) return false
  let from = 0
  return wantedKeys.every((key) => {
    const at = keys.indexOf(key, from)
    from = at + 1
    return at >= 0
  })
}

function placeOf(want: Wanted, heads: readonly HeadedColumn[]): readonly Place[] {
  for (const path of want.paths) {
    const head = heads.find((one) => isPath(one, path))
    if (head === undefined) continue
    const unit = want.unit ?? head.unit
    return [
      {
        column: want.column,
        heading: head.path.join('/'),
        row: head.row,
        at: head.at,
        by: 'mapping',
        ...(unit === undefined ? {} : { unit }),
        ...(want.scale === undefined ? {} : { scale: want.scale }),
        ...(want.values === undefined ? {} : { values: want.values }),
      },
    ]
  }
  return []
}

/** The row under which most of the wanted headings stand. */
function findHeadingRow(grid: Grid, wanted: readonly Wanted[]): number | undefined {
  let best: { row: number; count: number } | undefined
  for (let row = 0; row < Math.min(grid.height, 60); row += 1) {
    const heads = readHeadedColumns(grid, findHeadTop(grid, row), row)
    const count = wanted.filter((want) => placeOf(want, heads).length > 0).length
    if (count > 0 && count >= (best?.count ?? 0)) best = { row, count }
  }
  return best?.row
}
