import { headingKey } from './heading.ts'
import { type HeadedColumn, settleUnitWords } from './heading-block.ts'
import type { MappedColumn, MappingEntry } from './mapping.ts'
import type { ColumnPlace } from './recognition.ts'

/** One register column that an entry of the mapping file describes. */
export interface Wanted {
  readonly column: string
  /** Alternative headings, each with its groups outermost first: ['小学教师', '专科']. */
  readonly paths: readonly (readonly string[])[]
  readonly unit?: string
  readonly scale?: string
  readonly values?: Readonly<Record<string, string>>
}

/** The columns that an entry describes, whichever of its short forms the author wrote. */
export function listWanted(entry: MappingEntry): readonly Wanted[] {
  return Object.entries(entry.columns ?? {}).map(([column, mapped]) => wantedOf(column, mapped))
}

function wantedOf(column: string, mapped: MappedColumn): Wanted {
  if (typeof mapped === 'string' || Array.isArray(mapped)) return { column, paths: [mapped].flat().map(pathOf) }
  return {
    column,
    paths: [mapped.heading].flat().map(pathOf),
    ...(mapped.unit === undefined ? {} : { unit: mapped.unit }),
    ...(mapped.scale === undefined ? {} : { scale: String(mapped.scale) }),
    ...(mapped.values === undefined ? {} : { values: textsOf(mapped.values) }),
  }
}

/** How the cells of a mapped column are read, as part of its place. */
export function mappedReading(want: Wanted): Pick<ColumnPlace, 'by' | 'unit' | 'scale' | 'values'> {
  return {
    by: 'mapping',
    ...(want.unit === undefined ? {} : { unit: want.unit }),
    ...(want.scale === undefined ? {} : { scale: want.scale }),
    ...(want.values === undefined ? {} : { values: want.values }),
  }
}

function pathOf(heading: string): readonly string[] {
  return heading
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Scalars of the mapping file as the texts of cells. */
export function textsOf(
  words: Readonly<Record<string, string | number | boolean>> | undefined,
): Readonly<Record<string, string>> {
  const asText = (value: string | number | boolean) =>
    typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
  return Object.fromEntries(Object.entries(words ?? {}).map(([key, value]) => [key, asText(value)]))
}

/** Columns under a heading, groups between left out; more than one means that the heading alone does not decide. */
export function findHeads(heads: readonly HeadedColumn[], path: readonly string[]): readonly HeadedColumn[] {
  const whole = headingKey(path.join(''))
  const exact = heads.filter((head) => head.path.map(headingKey).join('') === whole)
  if (exact.length > 0) return exact
  return heads.filter((head) => isTail(head.path.map(headingKey), path.map(headingKey), whole))
}

/** Headings as a mapping file means them: 小学/班 is a title where the file names it. */
export function wantedHeads(heads: readonly HeadedColumn[], wanted: readonly Wanted[]): readonly HeadedColumn[] {
  const isWanted = (path: readonly string[]): boolean =>
    wanted.some((want) => want.paths.some((asked) => findHeads([{ sheetColumn: 0, row: 0, path }], asked).length > 0))
  return settleUnitWords(heads, isWanted)
}

export function findHeadsOf(heads: readonly HeadedColumn[], heading: string): readonly HeadedColumn[] {
  return findHeads(heads, pathOf(heading))
}

function isTail(keys: readonly string[], wanted: readonly string[], whole: string): boolean {
  if (keys.at(-1) === whole) return true
  if (keys.at(-1) !== wanted.at(-1)) return false
  let from = 0
  return wanted.every((key) => {
    const at = keys.indexOf(key, from)
    from = at + 1
    return at >= 0
  })
}
