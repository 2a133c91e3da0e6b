import { defaultOutline, layOutReport, layOutSlides, type SlidePicture, theCounty } from '@eduduty/core/documents'
import type { CountyFacade } from '@eduduty/core/evaluation'
import { writeSlides } from '../../platform/pptx/write-slides.ts'

export interface WrittenFile {
  readonly name: string
  readonly content: Uint8Array
}

/** The deck of a run in the words of the pack's outline, which nobody has edited. The same run and pictures, the same bytes. */
export async function slidesOfRun(source: CountyFacade, pictures: readonly SlidePicture[]): Promise<WrittenFile> {
  const outline = source.pack.reports?.find(({ each }) => each === undefined) ?? defaultOutline
  const assessment = source.assessment()
  const { name } = theCounty(source)
  const deck = layOutSlides(layOutReport(source, outline), assessment, { pictures, about: name, closing: true })
  const { year, evaluated_on: date } = assessment.run
  return { name: `${name}${year}年-汇报幻灯片（按提纲）.pptx`, content: await writeSlides(deck, date) }
}
