import type { Reference } from '../against/known-quantity.ts'
import { matchTitles } from '../against/match-titles.ts'
import { printLike } from '../judge/print-claim.ts'
import type { ReadReport } from '../read-report.ts'
import type { ClaimFigure } from './contracts.ts'

/** The figures of a run beside the claims that name them, printed as the report prints them. */
export function linkFigures(read: ReadReport, reference: Reference): ClaimFigure[] {
  return matchTitles(read.passages, reference).map(({ claim, known, value, equal }) => ({
    claim: claim.id,
    title: known.title,
    subject: known.subject ?? '',
    year: known.year,
    shown: printLike(claim, value),
    equal,
    // Figures of former years are only read beside and have no chain of their own.
    ...(known.year === reference.year && { figure: known.figure }),
  }))
}
