import { layOutSlides, type SlidePicture } from '@eduduty/core/documents'
import type { Assessment } from '@eduduty/core/evaluation'
import { reportOfDraft } from '@eduduty/core/reports'
import { writeSlides } from '../../platform/pptx/write-slides.ts'
import { contentOf, type DraftRow } from '../drafts/draft-row.ts'
import { baseName } from '../drafts/write-file.ts'
import type { WrittenFile } from './slides-of-run.ts'

/** The deck of a draft as it stands: its words, its numbers, its tables and charts. `assessment`: of its run, for the notes. */
export async function slidesOfDraft(
  row: DraftRow,
  assessment: Assessment,
  pictures: readonly SlidePicture[],
): Promise<WrittenFile> {
  const report = reportOfDraft(contentOf(row), row.file_name)
  const deck = layOutSlides(report, assessment, { pictures, about: row.subject_name })
  const name = `${row.subject_name}${row.year}年-${baseName(row)}-汇报幻灯片.pptx`
  return { name, content: await writeSlides(deck, String(row.saved_at).slice(0, 10)) }
}
