import type { PDFPage } from '@cantoo/pdf-lib'
import type { ContentsLine, VolumePage } from '../volume-page.ts'
import { type Desk, drawCentred, frame, numberedPage, textWidth } from './sheet-of-paper.ts'

const LINE = 19.8
const HEADING = 60
const INDENT = 20
const GAP = 6

type Contents = Extract<VolumePage, { shows: 'contents' }>

export function drawContents(desk: Desk, { no, isFirst, lines }: Contents): void {
  const page = numberedPage(desk, no)
  if (isFirst) drawCentred(desk, page, '目　录', { y: frame.top - 10, size: 20, most: 1 })
  const top = isFirst ? frame.top - HEADING : frame.top
  for (const [at, line] of lines.entries()) drawLine(desk, page, line, top - at * LINE)
}

function drawLine({ type }: Desk, page: PDFPage, { level, text, place }: ContentsLine, y: number): void {
  const [size, indent] = level === 1 ? [12, 0] : [10.5, INDENT]
  const placeWidth = type.width(place, size)
  const [line = ''] = type.lines(text, { size, width: textWidth - indent - placeWidth - 6 * GAP, most: 1 })
  const x = frame.left + indent
  const end = x + type.width(line, size) + GAP
  type.draw(page, line, { x, y, size })
  const dots = Math.floor((frame.right - placeWidth - GAP - end) / type.width('.', size))
  const start = frame.right - placeWidth - GAP - dots * type.width('.', size)
  type.draw(page, '.'.repeat(Math.max(dots, 0)), { x: start, y, size, isPale: true })
  type.draw(page, place, { x: frame.right - placeWidth, y, size })
}
