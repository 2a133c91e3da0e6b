import type { Slide, SlideDeck } from '@eduduty/core/documents'
import { printableText } from '../printable-text.ts'
import { drawChart } from './draw-chart.ts'
import { drawAgenda, drawCover, drawFrame, drawPictures, drawPoints, drawTable } from './draw-slides.ts'
import { type Deck, type DrawnSlide, newDeck } from './library.ts'
import { steadyPackage } from './steady-package.ts'

/** Writes a deck as pptx, 16:9, with native charts and speaker notes. The same deck and date give the same bytes. */
export async function writeSlides(deck: SlideDeck, date: string): Promise<Uint8Array> {
  const pptx = newDeck()
  pptx.layout = 'LAYOUT_WIDE'
  pptx.title = printableText(deck.title)
  pptx.author = ''
  pptx.company = ''
  pptx.theme = { headFontFace: '黑体', bodyFontFace: '微软雅黑' }
  for (const [index, slide] of deck.slides.entries()) {
    const drawn = pptx.addSlide()
    if (slide.kind !== 'cover') drawFrame(drawn, slide.heading, deck.footer, index + 1)
    draw(pptx, drawn, slide)
    if (slide.notes !== '') drawn.addNotes(printableText(slide.notes))
  }
  const written = await pptx.write({ outputType: 'nodebuffer' })
  if (!(written instanceof Uint8Array)) throw new Error('the deck was not written as bytes')
  return steadyPackage(written, date)
}

function draw(pptx: Deck, drawn: DrawnSlide, slide: Slide): void {
  if (slide.kind === 'cover') drawCover(drawn, slide)
  else if (slide.kind === 'agenda') drawAgenda(drawn, slide)
  else if (slide.kind === 'points') drawPoints(drawn, slide)
  else if (slide.kind === 'chart') drawChart(pptx, drawn, slide.chart)
  else if (slide.kind === 'table') drawTable(drawn, slide)
  else drawPictures(drawn, slide)
}
