import { type AgainstRun, checkAgainst } from './against/check-against.ts'
import type { Reference } from './against/known-quantity.ts'
import { findingsOf } from './findings.ts'
import { assignBlame } from './judge/blame.ts'
import { settle } from './judge/settle.ts'
import type { Simplify } from './read/plain-text.ts'
import type { ReportText } from './read/report-text.ts'
import { type ReadReport, readReport } from './read-report.ts'
import type { ReportCheck } from './report-check.ts'
import { reportClaim } from './report-claim.ts'

/** What a report may be held against beside itself. */
export interface CheckOptions {
  readonly reference?: Reference
}

/**
 * Checks the numbers of a report against each other, and against a run where one is given. `simplify` turns a traditional
 * character into the simplified one. Findings come in the order of the text.
 */
export function checkReport(report: ReportText, simplify: Simplify, options: CheckOptions = {}): ReportCheck {
  return checkRead(readReport(report, simplify), simplify, options)
}

/** The same of a report that has been read. */
export function checkRead(read: ReadReport, simplify: Simplify, { reference }: CheckOptions = {}): ReportCheck {
  const settled = settle(read.questions)
  const own = findingsOf(read, assignBlame(settled))
  const against = reference && checkAgainst(read, reference, simplify)
  const blamed = new Set([...own.blamed, ...(against?.findings ?? []).flatMap(({ claims }) => claims)])
  const telling = settled.holding.filter(({ kind }) => kind !== 'order' && kind !== 'part')
  const supported = new Set(telling.flatMap(({ target, inputs }) => [target.id, ...inputs.map(({ id }) => id)]))
  const claims = read.passages.flatMap((passage) =>
    passage.claims.map((claim) => {
      const isKnown = supported.has(claim.id) || against?.equal.has(claim.id) === true
      return reportClaim(read, claim, isKnown && !blamed.has(claim.id))
    }),
  )
  const findings = [...own.findings, ...(against?.findings ?? [])].toSorted((a, b) => a.at.start - b.at.start)
  return {
    claims,
    findings,
    confirmed: claims.filter(({ confirmed }) => confirmed).length,
    ...(against === undefined ? {} : { against: countsOf(claims.length, against) }),
  }
}

const countsOf = (claims: number, { matched, equal }: AgainstRun) => ({
  matched: matched.size,
  equal: equal.size,
  unmatched: claims - matched.size,
})
