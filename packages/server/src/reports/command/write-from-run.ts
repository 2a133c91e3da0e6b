import { type DocumentSubject, layOutReport, subjectsOf } from '@eduduty/core/documents'
import type { CountyFacade } from '@eduduty/core/evaluation'
import { type DocumentBasis, draftMark } from '../../documents/index.ts'
import { getRunFacts, openRun, type RunKey } from '../../evaluation/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { writeReport } from '../../platform/docx/write-report.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { briefingOfRun } from '../briefing/briefing-of-run.ts'
import { writeBriefing } from '../briefing/write-briefing.ts'
import { outlineOf } from '../drafts/outline-of-pack.ts'
import { slidesOfRun, type WrittenFile } from '../slides/slides-of-run.ts'

export type ReportOrder =
  | { readonly format: 'docx'; readonly outline: string; readonly unit: string | undefined }
  | { readonly format: 'pptx' | 'briefing' }

/** What a kept run gives, dated as the run is. Errors: as openRun, `reports.outline_not_found`, `reports.subject_not_found`. */
export async function writeFromRun(db: Queries, key: RunKey, order: ReportOrder): Promise<WrittenFile> {
  if (order.format === 'briefing') {
    const { run, name, model } = await briefingOfRun(db, key)
    return { name: `${name}.docx`, content: await writeBriefing(model, run.evaluated_on) }
  }
  const source = (await openRun({ db }, key)).evaluate()
  if (order.format !== 'docx') return slidesOfRun(source, [])
  return reportOfRun(source, order, (await getRunFacts(db, key)).status)
}

async function reportOfRun(
  source: CountyFacade,
  { outline: id, unit }: Extract<ReportOrder, { format: 'docx' }>,
  basis: DocumentBasis,
): Promise<WrittenFile> {
  const outline = outlineOf(source.pack, id)
  const { evaluated_on: date } = source.assessment().run
  const laidOut = layOutReport(source, outline, unitOf(subjectsOf(source, outline), unit))
  const report = { ...laidOut, mark: draftMark(date, basis) }
  return { name: report.file.split('/').at(-1) ?? report.file, content: await writeReport(report, date) }
}

/** The only one, or the one of this code or name. */
function unitOf(subjects: readonly DocumentSubject[], unit: string | undefined): DocumentSubject {
  const found =
    unit === undefined && subjects.length === 1
      ? subjects[0]
      : subjects.find(({ subject, name }) => subject === unit || name === unit)
  if (found !== undefined) return found
  if (unit !== undefined) throw new AppError('reports.subject_not_found', { subject: unit })
  const some = subjects.slice(0, 3).map(({ name }) => name)
  throw new AppError('command.usage', {
    command: 'report',
    reason: `这份提纲要逐个单位写，请用 --unit 给出单位，如${some.join('、')}`,
  })
}
