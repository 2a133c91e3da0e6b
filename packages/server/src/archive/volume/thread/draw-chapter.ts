import type { PDFPage } from '@cantoo/pdf-lib'
import type { ChapterRow, VolumePage } from '../volume-page.ts'
import { type Desk, drawCentred, drawRule, frame, numberedPage } from './sheet-of-paper.ts'

const ROW = 35
const SIZE = 9.5
const PAD = 3
/** Widths of the columns fill the line. */
const columns: readonly { readonly title: string; readonly width: number; readonly of: (row: ChapterRow) => string }[] =
  [
    { title: '归档号', width: 62, of: (row) => row.fileNo },
    { title: '佐证材料与文号', width: 164, of: (row) => row.paper },
    { title: '应交单位', width: 84, of: (row) => row.unit },
    { title: '落款日期', width: 60, of: (row) => row.madeOn },
    { title: '状态', width: 42, of: (row) => row.state },
    { title: '页次', width: 41, of: (row) => row.place },
  ]

type Chapter = Extract<VolumePage, { shows: 'chapter' }>

/** The sheet before the papers of an indicator: what is asked, and where it stands. */
export function drawChapter(desk: Desk, { no, heading, intro, rows }: Chapter): void {
  const page = numberedPage(desk, no)
  let y: number = frame.top
  if (intro !== '') {
    y = drawCentred(desk, page, heading, { y: y - 6, size: 16, most: 2 })
    y = drawCentred(desk, page, intro, { y: y - 4, size: 11, most: 2 }) - 10
  }
  drawRule(page, y + 14, 1)
  drawCells(
    desk,
    page,
    columns.map(({ title }) => title),
    y,
  )
  drawRule(page, y - 8)
  for (const [at, row] of rows.entries()) {
    const top = y - 22 - at * ROW
    drawCells(
      desk,
      page,
      columns.map(({ of }) => of(row)),
      top,
    )
    drawRule(page, top - ROW + 14)
  }
}

function drawCells({ type }: Desk, page: PDFPage, cells: readonly string[], y: number): void {
  let x: number = frame.left
  for (const [at, { width }] of columns.entries()) {
    const lines = type.lines(cells[at] ?? '', { size: SIZE, width: width - 2 * PAD, most: 2 })
    for (const [line, text] of lines.entries()) type.draw(page, text, { x: x + PAD, y: y - line * 13, size: SIZE })
    x += width
  }
}
