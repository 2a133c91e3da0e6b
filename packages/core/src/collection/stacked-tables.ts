import { findYear } from './find-year.ts'
import { isBlankRow, textAt } from './grid.ts'
import { headingKey } from './heading.ts'
import type { MappingEntry } from './mapping.ts'
import type { ReadingPlan } from './reading-plan.ts'
import type { Sheet } from './sheet.ts'

/** A part of a sheet that holds one table; rows keep their numbers, those of other parts are blank. */
export interface SheetPart {
  readonly sheet: Sheet
  /** First row of the part, with its titles. */
  readonly top: number
}

/** Headings that a row must have in common with the registers to be the head of a table. */
const LEAST = 3
/** Rows of titles and groups that may stand above a heading row. */
const ABOVE = 8
/** Rows that one block of headings may have. */
const DEEPEST_HEAD = 6

/** The tables that stand one below another in a sheet; one part where there is one table, or none. */
export function splitTables(sheet: Sheet, plan: ReadingPlan, entries: readonly MappingEntry[]): readonly SheetPart[] {
  const heads = findHeads(sheet, knownWords(plan, entries))
  const tops: number[] = []
  for (const [order, head] of heads.entries()) {
    const before = heads[order - 1]
    if (before === undefined) continue
    const top = findTop(sheet, head.row, before.row)
    if (head.key !== before.key || hasYear(sheet, top, head.row)) tops.push(top)
  }
  const starts = [0, ...tops]
  return starts.map((top, order) => ({ top, sheet: clipped(sheet, top, starts[order + 1] ?? sheet.rows.length) }))
}

function knownWords(plan: ReadingPlan, entries: readonly MappingEntry[]): ReadonlySet<string> {
  const mapped = entries.flatMap((entry) =>
    Object.values(entry.columns ?? {}).flatMap((column) =>
      typeof column === 'string' || Array.isArray(column) ? column : column.heading,
    ),
  )
  return new Set([
    ...plan.indexes.flatMap((index) => [...index.titles.keys(), ...index.synonyms.keys()]),
    ...mapped.map((heading) => headingKey(heading.split('/').at(-1) ?? heading)),
  ])
}

interface Head {
  readonly row: number
  /** The headings with their columns: the same again is a page's repeated head. */
  readonly key: string
}

/** Heading rows, the lowest of each block: rows of words only, most of them known headings. */
function findHeads(sheet: Sheet, words: ReadonlySet<string>): readonly Head[] {
  const heads: Head[] = []
  for (let row = 0; row < sheet.rows.length; row += 1) {
    const key = headKeyAt(sheet, row, words)
    if (key === undefined) continue
    if (heads.at(-1)?.row === row - 1) heads.pop()
    heads.push({ row, key })
  }
  return heads
}

function headKeyAt(sheet: Sheet, row: number, words: ReadonlySet<string>): string | undefined {
  const texts = textsOf(sheet, row)
  if (texts === undefined || texts.length < LEAST) return undefined
  const known = texts.filter(([, text]) => words.has(headingKey(text)))
  if (new Set(known.map(([, text]) => headingKey(text))).size < LEAST || known.length * 2 < texts.length)
    return undefined
  return known.map(([at, text]) => `${at}:${headingKey(text)}`).join('|')
}

/** Rows above the present one that `watchTables` may look at again. */
export const ROWS_ABOVE = ABOVE + DEEPEST_HEAD

/**
 * Watches a sheet that is read row by row. Asked once for every row in turn, it answers with the heading row of a second
 * table as soon as that is certain.
 */
export function watchTables(
  sheet: Sheet,
  plan: ReadingPlan,
  entries: readonly MappingEntry[],
): (row: number) => number | undefined {
  const words = knownWords(plan, entries)
  let settled: Head | undefined
  let block: Head | undefined
  return (row) => {
    const key = headKeyAt(sheet, row, words)
    const ended = key === undefined || block?.row !== row - 1 ? block : undefined
    if (ended !== undefined) block = undefined
    if (key !== undefined) block = { row, key }
    if (ended === undefined) return undefined
    const before = settled
    settled = ended
    if (before === undefined) return undefined
    const isOther = ended.key !== before.key || hasYear(sheet, findTop(sheet, ended.row, before.row), ended.row)
    return isOther ? ended.row : undefined
  }
}

/** Texts of a row with their columns; undefined for a row that holds a number or a date. */
function textsOf(sheet: Sheet, row: number): readonly (readonly [number, string])[] | undefined {
  const texts: (readonly [number, string])[] = []
  for (const [at, cell] of (sheet.rows[row] ?? []).entries()) {
    if (cell === undefined) continue
    const { content } = cell
    if (content.kind !== 'text' || /^[\d０-９][\d０-９.,，%]*$/.test(content.text)) return undefined
    if (content.text.trim() !== '') texts.push([at, content.text])
  }
  return texts
}

/** Titles, groups and blanks above a heading row belong to its table. */
function findTop(sheet: Sheet, head: number, before: number): number {
  let top = head
  while (top - 1 > before && head - top < ABOVE && isAboveTable(sheet, top - 1)) top -= 1
  return top
}

function isAboveTable(sheet: Sheet, row: number): boolean {
  if (isBlankRow(sheet, row)) return true
  const texts = textsOf(sheet, row)
  const isGroup = sheet.merges.some((merge) => merge.top === row && merge.right > merge.left)
  return texts !== undefined && (texts.length <= 2 || isGroup)
}

function hasYear(sheet: Sheet, top: number, head: number): boolean {
  for (let row = top; row < head; row += 1)
    for (let at = 0; at < (sheet.rows[row]?.length ?? 0); at += 1)
      if (findYear(textAt(sheet, row, at)) !== undefined) return true
  return false
}

function clipped(sheet: Sheet, top: number, bottom: number): Sheet {
  if (top === 0 && bottom === sheet.rows.length) return sheet
  return { ...sheet, rows: sheet.rows.slice(0, bottom).map((row, at) => (at < top ? [] : row)) }
}
