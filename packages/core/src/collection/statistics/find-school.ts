import type { Column } from '../../packs/index.ts'
import { cellAddress } from '../cell-address.ts'
import { cleanToken } from '../clean-text.ts'
import { type Grid, textAt } from '../grid.ts'
import { headingKey } from '../heading.ts'
import { readCell } from '../read-cell.ts'
import type { FullLayout } from './layouts.ts'

export interface FoundText {
  readonly text: string
  /** A1 address. */
  readonly cell: string
}

/** Which school a sheet is about, as printed in it. */
export interface SchoolLabels {
  readonly codes: readonly FoundText[]
  readonly names: readonly FoundText[]
}

/** Reads code and name of the school beside their labels, wherever they stand. `column` says what a code looks like. */
export function findSchool(grid: Grid, layout: FullLayout, column: Column): SchoolLabels {
  const codes = textsBeside(grid, layout.school.code).flatMap((texts) => {
    for (const { text, cell } of texts) {
      const { value, problem } = readCell({ content: { kind: 'text', text: cleanToken(text).text } }, { column })
      if (typeof value === 'string' && problem?.level !== 'error' && isCode(value, column))
        return [{ text: value, cell }]
    }
    return []
  })
  const names = textsBeside(grid, layout.school.name).flatMap((texts) =>
    texts.filter(({ text }) => /[\u4e00-\u9fff]{2}/.test(text)).slice(0, 1),
  )
  return { codes, names }
}

/** Where a pack says nothing of the shape of a code, at least a line number is none. */
const isCode = (value: string, column: Column): boolean => column.pattern !== undefined || value.length >= 4

/** For each cell with one of the labels: what stands behind its colon, else the cells to its right. */
function textsBeside(grid: Grid, labels: readonly string[]): readonly (readonly FoundText[])[] {
  const wanted = new Set(labels.map(headingKey))
  const found: (readonly FoundText[])[] = []
  for (let row = 0; row < grid.height; row += 1)
    for (let at = 0; at < grid.width; at += 1) {
      const text = textAt(grid.sheet, row, at)
      if (text === '') continue
      const [label = '', ...rest] = text.split(/[:：]/)
      if (!wanted.has(headingKey(label)) && !wanted.has(headingKey(text))) continue
      const own = rest.join('：').trim()
      found.push(own === '' ? cellsToTheRight(grid, row, at) : [{ text: own, cell: cellAddress(row, at) }])
    }
  return found
}

/** Up to the next label that is known to be one by its colon. */
function cellsToTheRight(grid: Grid, row: number, from: number): readonly FoundText[] {
  const texts: FoundText[] = []
  for (let at = from + 1; at < grid.width; at += 1) {
    const text = textAt(grid.sheet, row, at)
    if (/[:：]/.test(text)) break
    if (text !== '') texts.push({ text, cell: cellAddress(row, at) })
  }
  return texts
}
