import { findingsOf } from './findings.ts'
import { assignBlame } from './judge/blame.ts'
import { settle } from './judge/settle.ts'
import type { Simplify } from './read/plain-text.ts'
import type { ReportText } from './read/report-text.ts'
import { type ReadReport, readReport } from './read-report.ts'
import type { ReportCheck } from './report-check.ts'
import { reportClaim } from './report-claim.ts'

/**
 * Checks the numbers of a report against each other. `simplify` turns a traditional character into the simplified one.
 * Findings come in the order of the text.
 */
export function checkReport(report: ReportText, simplify: Simplify): ReportCheck {
  return checkRead(readReport(report, simplify))
}

export function checkRead(read: ReadReport): ReportCheck {
  const settled = settle(read.questions)
  const { findings, blamed } = findingsOf(read, assignBlame(settled))
  const supported = new Set(
    settled.holding
      .filter(({ kind }) => kind !== 'order' && kind !== 'part')
      .flatMap(({ target, inputs }) => [target, ...inputs]),
  )
  const claims = read.passages.flatMap((passage) =>
    passage.claims.map((claim) => reportClaim(read, claim, supported.has(claim) && !blamed.has(claim.id))),
  )
  return { claims, findings, confirmed: claims.filter(({ confirmed }) => confirmed).length }
}
