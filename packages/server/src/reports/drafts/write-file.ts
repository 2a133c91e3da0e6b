import { reportOfDraft } from '@eduduty/core/reports'
import { writeReport } from '../../platform/docx/write-report.ts'
import { contentOf, type DraftRow } from './draft-row.ts'

export interface ReportFile {
  readonly name: string
  readonly content: Uint8Array
}

/** The draft as docx. The same words and figures of the same day of saving, the same bytes. */
export async function fileOfDraft(row: DraftRow): Promise<ReportFile> {
  const name = row.file_name.split('/').at(-1) ?? row.file_name
  const content = await writeReport(reportOfDraft(contentOf(row), name), String(row.saved_at).slice(0, 10))
  return { name, content }
}
