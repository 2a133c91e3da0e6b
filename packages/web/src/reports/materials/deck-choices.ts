import { chinaMinute } from '@eduduty/core/calendar'
import type { ReportEntry } from '@eduduty/core/reports'
import { reportPath } from '../drafts/draft-queries.ts'
import { draftMessages } from '../drafts/messages.ts'
import { reportsOf } from '../templates/template-queries.ts'
import { materialMessages } from './messages.ts'

const says = materialMessages.slides

/** What a deck can be made from. */
export interface DeckChoice {
  readonly path: string
  readonly name: string
  readonly label: string
  /** What has to be known of it before it is shown to anybody. */
  readonly remark: string
}

/** From a report as it stands: its words, and its numbers of the evaluation that it follows. */
export function deckOfDraft(report: Omit<ReportEntry, 'waits_for_me'>, run = report.run): DeckChoice {
  const { title, kind, state, subject_name: subject, year, saved_by: by, saved_at: at } = report
  const remarks = [says.fromDraftRemark, ...(run === report.run ? [] : [says.otherRun])]
  return {
    path: `${reportPath(report)}/slides`,
    name: says.nameOfDraft(subject, year, draftMessages.kinds[kind]),
    label: says.fromDraft(title, draftMessages.states[state], `${by} ${chinaMinute(at)}`),
    remark: remarks.join(''),
  }
}

/** From the pack's outline alone, in words that nobody has edited. */
export const deckOfOutline = (run: string, county: string, year: number): DeckChoice => ({
  path: `${reportsOf(run)}/slides`,
  name: says.name(county, year),
  label: says.fromOutline,
  remark: says.fromOutlineRemark,
})
