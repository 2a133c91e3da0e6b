import type { KnownQuantity, Reference } from '../against/known-quantity.ts'
import { matchSentences, plainSentences } from '../against/match-sentences.ts'
import { matchTables } from '../against/match-tables.ts'
import { matchTitles } from '../against/match-titles.ts'
import { printLike } from '../judge/print-claim.ts'
import type { Simplify } from '../read/plain-text.ts'
import type { ReadReport } from '../read-report.ts'
import type { ClaimFigure } from './contracts.ts'

/** The figures of a run beside the claims that they stand for: those of the system's own sentences and tables, then those named. */
export function linkFigures(read: ReadReport, reference: Reference, simplify: Simplify): ClaimFigure[] {
  const quantities = new Map(reference.quantities.map((known) => [keyOf(known), known]))
  const linked = new Map<number, ClaimFigure>()
  const told = matchSentences(read.passages, plainSentences(reference, simplify))
  const tabled = matchTables(read.tables, read.passages, reference, simplify)
  for (const { claim, expected, equal, figures } of [...told, ...tabled]) {
    if (claim === undefined) continue
    const printed = expected.replaceAll(',', '')
    const known = figures.map((figure) => quantities.get(keyOf({ figure, year: reference.year })))
    const found = known.find((one) => one?.shown.replaceAll(',', '') === printed)
    if (found !== undefined)
      linked.set(claim.id, linkTo(found, reference, claim.id, `${expected}${claim.token.unitText}`, equal))
  }
  for (const { claim, known, value, equal } of matchTitles(read.passages, reference))
    if (!linked.has(claim.id)) linked.set(claim.id, linkTo(known, reference, claim.id, printLike(claim, value), equal))
  return [...linked.values()].sort((one, other) => one.claim - other.claim)
}

const keyOf = ({ figure, year }: Pick<KnownQuantity, 'figure' | 'year'>): string => `${year} ${figure}`

function linkTo(known: KnownQuantity, { year }: Reference, claim: number, shown: string, equal: boolean): ClaimFigure {
  return {
    claim,
    title: known.title,
    subject: known.subject ?? '',
    year: known.year,
    shown,
    equal,
    // Figures of former years are only read beside and have no chain of their own.
    ...(known.year === year && { figure: known.figure }),
  }
}
