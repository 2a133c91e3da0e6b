import { reportIds } from './seed-reports.ts'
import type { SeedUnit } from './world-plan.ts'

/** Ids of what a unit has in reports: one in each state. */
export interface ReportTarget {
  readonly draft: string
  readonly inReview: string
  readonly signed: string
  readonly reportComment: string
  readonly reportCheck: string
}

export function targetReporting(unit: SeedUnit): ReportTarget {
  const ids = reportIds(unit)
  return {
    draft: ids.report('writing'),
    inReview: ids.report('review'),
    signed: ids.report('final'),
    reportComment: ids.comment,
    reportCheck: ids.check,
  }
}

/** Ids of the same form that nothing has. */
export const ghostReporting = (id: (what: string) => string): ReportTarget => ({
  draft: id('draft'),
  inReview: id('report in review'),
  signed: id('signed report'),
  reportComment: id('report comment'),
  reportCheck: id('report check'),
})
