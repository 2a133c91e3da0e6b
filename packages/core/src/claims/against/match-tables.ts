import { groupBy } from '../../collection/index.ts'
import type { Passage } from '../extract/find-claims.ts'
import { plainWords, type Simplify } from '../read/plain-text.ts'
import type { ReadTable } from '../read-report.ts'
import type { KnownCell, Reference } from './known-quantity.ts'
import type { MatchedNumber } from './match-sentences.ts'

/** A number, or the range within which it lies while some have not reported. */
const FIGURE = /^-?[\d,]+(?:\.\d+)?%?(?:[~～]-?[\d,]+(?:\.\d+)?%?)?$/

/** A cell of a report's table beside the cell of the system's table at the same place. */
export interface MatchedCell extends Omit<MatchedNumber, 'claim'> {
  readonly passage: number
  readonly claim: MatchedNumber['claim'] | undefined
}

/**
 * Cells of the tables that the system wrote: at least three and half of the numbers stand where the system has them. Of
 * several such tables the one with most cells in common is meant.
 */
export function matchTables(
  tables: readonly ReadTable[],
  passages: readonly Passage[],
  { cells }: Reference,
  simplify: Simplify,
): readonly MatchedCell[] {
  const shown = cells
    .map((cell) => ({ ...cell, text: plainWords(cell.text, simplify).trim() }))
    .filter(({ text }) => FIGURE.test(text))
  const known = [...groupBy(shown, ({ table }) => table).values()]
  return tables.flatMap((table) => {
    const there = new Map(table.map(({ row, column, passage }) => [`${row} ${column}`, passage]))
    const compared = known.map((own) => own.flatMap((cell) => compareCell(cell, there, passages)))
    const [best = []] = compared.toSorted((a, b) => countEqual(b) - countEqual(a))
    return countEqual(best) >= 3 && countEqual(best) * 2 >= best.length ? best : []
  })
}

const countEqual = (cells: readonly MatchedCell[]): number => cells.filter(({ equal }) => equal).length

function compareCell(
  { row, column, text, figures }: KnownCell,
  there: ReadonlyMap<string, number>,
  passages: readonly Passage[],
): MatchedCell[] {
  const passage = there.get(`${row} ${column}`)
  const own = passage === undefined ? undefined : passages[passage]
  if (passage === undefined || own === undefined || !FIGURE.test(own.text.trim())) return []
  return [{ passage, claim: own.claims[0], expected: text, equal: own.text.trim() === text, figures }]
}
