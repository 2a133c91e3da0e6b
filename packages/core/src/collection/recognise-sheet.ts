import { applyMapping } from './apply-mapping.ts'
import type { ColumnIndex } from './column-index.ts'
import { type Grid, gridOf, textAt } from './grid.ts'
import type { MappingEntry } from './mapping.ts'
import { keyColumns, type ReadingPlan } from './reading-plan.ts'
import { recogniseItems } from './recognise-items.ts'
import { recogniseTable } from './recognise-table.ts'
import type { Recognition } from './recognition.ts'
import type { Sheet } from './sheet.ts'
import { type SheetPart, splitTables } from './stacked-tables.ts'

/** What a sheet was taken for. */
export interface SheetRecognition {
  /** Registers found in the sheet, best first. */
  readonly found: readonly Recognition[]
  /** When nothing was found: the register that came nearest, and why it was not enough (Chinese). */
  readonly nearest?: { readonly register: string; readonly why: string }
}

/** The sheet of errors that `markWorkbook` adds: never read as data. */
export const ERROR_LIST_SHEET = '错误清单'

/**
 * Finds which registers a sheet holds, by its headings and shape only: never by file name, sheet name or fixed cell.
 * Entries of a mapping file that fit the sheet come first and are taken as they stand.
 */
export function recogniseSheet(
  sheet: Sheet,
  plan: ReadingPlan,
  entries: readonly MappingEntry[] = [],
): SheetRecognition {
  if (sheet.rows.length === 0 || isErrorList(sheet)) return { found: [] }
  const whole = recognisePart({ sheet, top: 0 }, plan, entries)
  if (!whole.found.some((one) => one.records.kind === 'rows')) return whole
  const parts = splitTables(sheet, plan, entries)
  if (parts.length < 2) return whole
  const found = parts.map((part) => recognisePart(part, plan, entries).found)
  // Where a part holds nothing known, the heading was none: the sheet is read as one table.
  return found.every((one) => one.length > 0) ? { found: found.flat() } : whole
}

function recognisePart(
  { sheet, top }: SheetPart,
  plan: ReadingPlan,
  entries: readonly MappingEntry[],
): SheetRecognition {
  const grid = gridOf(sheet, top)
  const mapped = entries.flatMap((entry) => {
    const index = plan.indexes.find((one) => one.register.id === entry.register)
    const recognition = index === undefined ? undefined : applyMapping(grid, index, entry)
    return recognition === undefined ? [] : [recognition]
  })
  // An entry that names its files, sheet or row is taken at its word.
  if (mapped.length > 0 && mapped.every((one) => isNamed(one.entry))) return { found: withNeighbours(mapped) }
  const candidates = plan.indexes.flatMap((index) => {
    const best = bestShape(grid, index)
    return best === undefined ? [] : [{ index, best }]
  })
  const enough = candidates.filter(({ index, best }) => isEnough(index, best)).map(({ best }) => best)
  const found = mapped.length > 0 ? withFuller(mapped, enough) : dropOvershadowed(enough)
  if (found.length > 0) return { found: withNeighbours(found) }
  const near = candidates.toSorted((a, b) => b.best.places.length - a.best.places.length)[0]
  return near === undefined
    ? { found }
    : { found, nearest: { register: near.index.register.title, why: whyNot(near.index, near.best) } }
}

function isNamed(entry: MappingEntry | undefined): boolean {
  return entry?.files !== undefined || entry?.sheet !== undefined || entry?.heading_row !== undefined
}

/** A general entry of the mapping file gives way to a register whose own headings explain more of the same columns. */
function withFuller(mapped: readonly Recognition[], plain: readonly Recognition[]): readonly Recognition[] {
  const beaten = mapped.filter((one) => !isNamed(one.entry) && plain.some((other) => isFuller(other, one)))
  const kept = mapped.filter((one) => !beaten.includes(one))
  const fuller = plain.filter((other) => beaten.some((one) => isFuller(other, one)))
  return [...kept, ...dropOvershadowed(fuller)]
}

function isFuller(plain: Recognition, mapped: Recognition): boolean {
  if (plain.register === mapped.register || plain.places.length <= mapped.places.length) return false
  const taken = new Set(plain.places.map((place) => `${place.row},${place.sheetColumn}`))
  return mapped.places.some((place) => taken.has(`${place.row},${place.sheetColumn}`))
}

/** Several registers, or several entries for one, in one sheet: what one takes is not unknown to the other. */
function withNeighbours(found: readonly Recognition[]): readonly Recognition[] {
  if (found.length < 2) return found
  return found.map((one) => {
    const others = found.filter((other) => other !== one)
    const taken = new Set(others.flatMap((other) => other.places.map((place) => place.sheetColumn)))
    const unplaced = one.unplaced.filter(
      (odd) => !(odd.code === 'unknown_heading' && odd.column === undefined && taken.has(odd.sheetColumn)),
    )
    const isPartial = others.some((other) => other.entry !== undefined && other.register === one.register)
    return isPartial ? { ...one, unplaced, isPartial } : { ...one, unplaced }
  })
}

function isErrorList(sheet: Sheet): boolean {
  return sheet.name.startsWith(ERROR_LIST_SHEET) && textAt(sheet, 0, 0).startsWith(ERROR_LIST_SHEET)
}

function bestShape(grid: Grid, index: ColumnIndex): Recognition | undefined {
  const table = recogniseTable(grid, index)
  if (table !== undefined && isEnough(index, table)) return table
  const items = recogniseItems(grid, index)
  if (items === undefined || table === undefined) return items ?? table
  return items.places.length >= table.places.length ? items : table
}

/** A register is taken when its key is there with a quarter of its columns, or, without the key, two fifths. */
function isEnough(index: ColumnIndex, recognition: Recognition): boolean {
  const { register } = index
  const placed = new Set(recognition.places.map((place) => place.column))
  const keys = keyColumns(register)
  const hasKeys = keys.every((column) => placed.has(column.id))
  const exact = recognition.places.filter((place) => place.by !== 'similar').length
  if (exact < Math.min(3, register.columns.length)) return false
  return placed.size / register.columns.length >= (hasKeys ? 0.25 : 0.4)
}

/** Where two registers want the same cells, the one that explains more of the sheet has them. */
function dropOvershadowed(found: readonly Recognition[]): readonly Recognition[] {
  const kept: Recognition[] = []
  for (const one of found.toSorted((a, b) => b.places.length - a.places.length || b.score - a.score)) {
    const taken = new Set(kept.flatMap((other) => other.places.map((place) => `${place.row},${place.sheetColumn}`)))
    const own = one.places.filter((place) => !taken.has(`${place.row},${place.sheetColumn}`))
    if (kept.length === 0 || own.length >= 2) kept.push(one)
  }
  return kept
}

function whyNot(index: ColumnIndex, recognition: Recognition): string {
  const { register } = index
  const placed = new Set(recognition.places.map((place) => place.column))
  const missing = register.columns.filter((column) => !placed.has(column.id))
  const keys = missing.filter((column) => column.dimension !== undefined).map((column) => `“${column.title}”`)
  const named = missing.slice(0, 5).map((column) => column.title)
  const lack =
    keys.length > 0 ? `缺少 ${keys.join('、')}` : `缺少 ${named.join('、')}${missing.length > 5 ? ' 等' : ''}`
  return `只找到 ${placed.size} 个填报项目（共 ${register.columns.length} 个），${lack}`
}
