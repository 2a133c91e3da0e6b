import type { VolumePage } from '../volume-page.ts'
import { type Desk, drawCentred, drawRule, frame, numberedPage, textWidth } from './sheet-of-paper.ts'

const NAME = 86
const SIZE = 11
const LINE = 17
const MOST_LINES = 3

type SheetPage = Extract<VolumePage, { shows: 'sheet' }>

/** Stands for a paper that has no pages here, and says where it is. */
export function drawSheet(desk: Desk, { no, sheet }: SheetPage): void {
  const { type } = desk
  const page = numberedPage(desk, no)
  let y = drawCentred(desk, page, sheet.fileNo, { y: frame.top - 20, size: 14, most: 1 })
  y = drawCentred(desk, page, sheet.title, { y: y - 6, size: 18, most: 3 }) - 8
  drawRule(page, y + 14, 1)
  const facts = [...sheet.facts, ['未并入的原因', sheet.because], ['原件另附', sheet.original]] as const
  for (const [name, value] of facts) {
    const lines = type.lines(value, { size: SIZE, width: textWidth - NAME, most: MOST_LINES })
    y -= 6
    type.draw(page, name, { x: frame.left, y, size: SIZE, isPale: true })
    for (const [at, line] of lines.entries())
      type.draw(page, line, { x: frame.left + NAME, y: y - at * LINE, size: SIZE })
    y -= lines.length * LINE
    drawRule(page, y + 7, 0.3)
    y -= 5
  }
}
