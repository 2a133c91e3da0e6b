import { findFolderYear, findSheetYear } from '../find-year.ts'
import { textAt } from '../grid.ts'
import { headingKey } from '../heading.ts'
import type { Sheet } from '../sheet.ts'
import type { FullLayout } from './layouts.ts'

const TITLE_ROWS = 4

/** The year in the title of a sheet: above its headings, for a year further down may be that of the school's founding. */
export function yearOfSheet(sheet: Sheet, layouts: readonly FullLayout[]): number | undefined {
  const headings = new Set(layouts.flatMap(({ rowHeading }) => rowHeading.map(headingKey)))
  const isHead = (_: unknown, row: number): boolean =>
    (sheet.rows[row] ?? []).some((cell, at) => cell !== undefined && headings.has(headingKey(textAt(sheet, row, at))))
  const head = sheet.rows.findIndex(isHead)
  return findSheetYear(sheet, head < 0 ? TITLE_ROWS : head)
}

/** The year of a file: that of its sheets, else of its name, else of its folder. */
export function yearOfFile(sheets: readonly Sheet[], file: string, layouts: readonly FullLayout[]): number | undefined {
  for (const sheet of sheets) {
    const year = yearOfSheet(sheet, layouts)
    if (year !== undefined) return year
  }
  return findFolderYear(file.replace(/\.[^./]*$/, ''))
}
