import { readFile } from 'node:fs/promises'
import { PDFDocument, type PDFFont, type PDFStream } from '@cantoo/pdf-lib'
import { faceOpener } from '../../../platform/pdf/open-font.ts'
import type { Piece } from '../../../platform/pdf/piece.ts'
import { PieceWriter } from '../../../platform/pdf/piece-writer.ts'
import { Typesetter } from '../../../platform/pdf/typesetter.ts'
import type { SettingJob } from '../volume-jobs.ts'
import type { VolumePage } from '../volume-page.ts'
import { drawChapter } from './draw-chapter.ts'
import { drawContents } from './draw-contents.ts'
import { drawCover } from './draw-cover.ts'
import { drawSheet } from './draw-sheet.ts'
import { corner, type Desk } from './sheet-of-paper.ts'

/** What is set in type, as the last piece of a volume: only now all page numbers are known. */
export async function writeSetting({ font: path, out, first, pages, stamps }: SettingJob): Promise<Piece> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.registerFontkit(faceOpener)
  const font = await document.embedFont(await readFile(path), { subset: true, customName: 'EduDutyText' })
  const type = new Typesetter(font)
  for (const page of pages) drawPage({ document, type }, page)
  const drawn = stamps.map(({ number, text }) => [number, stampOf(document, font, type, text)] as const)
  await document.flush()
  const writer = new PieceWriter(first)
  writer.addPages(document, false)
  writer.addPromised(document, drawn)
  return writer.write(out)
}

function drawPage(desk: Desk, page: VolumePage): void {
  switch (page.shows) {
    case 'cover':
      drawCover(desk, page)
      break
    case 'contents':
      drawContents(desk, page)
      break
    case 'chapter':
      drawChapter(desk, page)
      break
    case 'sheet':
      drawSheet(desk, page)
  }
}

/** Words on white, for scans are dark at their edges. */
function stampOf({ context }: PDFDocument, font: PDFFont, type: Typesetter, text: string): PDFStream {
  const { size, right, up } = corner
  const width = type.width(type.setable(text), size)
  const x = -right - width
  return context.stream(
    `1 g ${x - 4} ${up - 4} ${width + 8} ${size + 7} re f BT 0 g /F ${size} Tf ${x} ${up} Td ${type.shown(text)} ET`,
    {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [x - 6, 0, 0, up + size + 8],
      Resources: { Font: { F: font.ref } },
    },
  )
}
