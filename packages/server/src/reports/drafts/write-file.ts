import { dayInWords, dayOf } from '@eduduty/core/calendar'
import { reportOfDraft } from '@eduduty/core/reports'
import { writeReport } from '../../platform/docx/write-report.ts'
import { contentOf, type DraftRow, stateOf } from './draft-row.ts'

export interface ReportFile {
  readonly name: string
  readonly content: Uint8Array
}

/** How far a report is, as its file says it: a draft is not to be taken for what was signed. */
const STAGES = { writing: '起草稿', review: '送审稿', final: '签发稿' } as const

/** Name of a draft's file without its ending. */
export const baseName = ({ file_name: file }: Pick<DraftRow, 'file_name'>): string =>
  (file.split('/').at(-1) ?? file).replace(/\.docx$/u, '')

/** What a draft's file is called now: unlike the report that is written with the results, it says how far it is. */
export const draftFileName = (row: Pick<DraftRow, 'file_name' | 'state'>): string =>
  `${baseName(row)}（${STAGES[stateOf(row)]}）.docx`

/** What each page of a report says that is not signed yet. */
function markOf(row: DraftRow): string | undefined {
  const day = dayInWords(dayOf(new Date(row.saved_at)))
  switch (stateOf(row)) {
    case 'writing':
      return `草稿（起草中，${day}）`
    case 'review':
      return `送审稿（未签发，${day}）`
    case 'final':
      return undefined
  }
}

/** The draft as docx. The same words and figures of the same day of saving, the same bytes; until it is signed its pages say so. */
export async function fileOfDraft(row: DraftRow): Promise<ReportFile> {
  const name = draftFileName(row)
  const report = { ...reportOfDraft(contentOf(row), name), mark: markOf(row) }
  const content = await writeReport(report, String(row.saved_at).slice(0, 10))
  return { name, content }
}
