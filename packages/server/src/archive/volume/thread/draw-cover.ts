import type { VolumePage } from '../volume-page.ts'
import { type Desk, drawCentred, drawRule, frame } from './sheet-of-paper.ts'

type Cover = Extract<VolumePage, { shows: 'cover' }>

export function drawCover(desk: Desk, { title, subtitle, lines }: Cover): void {
  const page = desk.document.addPage([frame.width, frame.height])
  const below = drawCentred(desk, page, title, { y: 620, size: 26, most: 3 })
  drawRule(page, below + 14, 1)
  drawCentred(desk, page, subtitle, { y: below - 24, size: 20, most: 1 })
  let y = 260
  for (const line of lines) y = drawCentred(desk, page, line, { y, size: 14, most: 2 }) - 4
}
