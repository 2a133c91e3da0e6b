import { type Slide, textOf } from '@eduduty/core/documents'
import { fitSize } from './fit-text.ts'
import type { DrawnSlide, TextOptions } from './library.ts'
import { area, look } from './look.ts'

type Kind<K extends Slide['kind']> = Extract<Slide, { kind: K }>

export function drawCover(drawn: DrawnSlide, { title, lines }: Kind<'cover'>): void {
  drawn.background = { color: look.blue }
  drawn.addShape('rect', { x: 0, y: 4.55, w: look.width, h: 0.06, fill: { color: look.red } })
  const box = { x: 0.9, y: 1.7, w: 11.5, h: 2.6 }
  const size = fitSize([title], box, [48, 44, 40, 36, 32, 28], 0)
  drawn.addText(
    title,
    text(box, size, { color: 'FFFFFF', fontFace: look.titleFont, align: 'center', valign: 'middle' }),
  )
  const below = { x: 0.9, y: 4.9, w: 11.5, h: 1.5 }
  drawn.addText(lines.join('\n'), text(below, 24, { color: 'FFFFFF', align: 'center', valign: 'top' }))
}

export function drawAgenda(drawn: DrawnSlide, { items }: Kind<'agenda'>): void {
  drawLines(drawn, items, [32, 28, 26, 24, 22, 20], 14, false)
}

export function drawPoints(drawn: DrawnSlide, { points }: Kind<'points'>): void {
  drawLines(drawn, points, [30, 28, 26, 24, 22, 20], 16, true)
}

function drawLines(
  drawn: DrawnSlide,
  lines: readonly string[],
  sizes: readonly number[],
  gap: number,
  bullets: boolean,
): void {
  const size = fitSize(lines, { w: area.w - 0.5, h: area.h }, sizes, gap)
  const bullet = bullets ? { bullet: { characterCode: '25A0', indent: 22 } } : {}
  drawn.addText(
    lines.map((line) => ({
      text: line,
      options: { ...bullet, breakLine: true, paraSpaceAfter: gap },
    })),
    text(area, size, { valign: 'top' }),
  )
}

export function drawTable(drawn: DrawnSlide, { grid, widths }: Kind<'table'>): void {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const colW = widths.map((width) => (width / total) * area.w)
  const size = tableSize(grid, colW)
  const rows = grid.roles.map((role, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .toSorted((a, b) => a.column - b.column)
      .map((cell) => ({
        text: textOf(cell.output),
        options: {
          ...(cell.colspan > 1 && { colspan: cell.colspan }),
          ...(cell.rowspan > 1 && { rowspan: cell.rowspan }),
          align: cell.align,
          valign: 'middle' as const,
          bold: role === 'header' || cell.bold,
          color: role === 'header' ? 'FFFFFF' : look.ink,
          fill: {
            color: role === 'header' ? look.blue : cell.shaded ? 'F6D9D5' : row % 2 === 0 ? look.wash : 'FFFFFF',
          },
        },
      })),
  )
  drawn.addTable(rows, {
    x: area.x,
    y: area.y,
    w: area.w,
    colW,
    fontSize: size,
    fontFace: look.bodyFont,
    border: { type: 'solid', pt: 0.75, color: look.line },
    margin: [0.03, 0.06, 0.03, 0.06],
  })
}

/** The largest size at which all rows of the table stand on the slide. */
function tableSize(grid: Kind<'table'>['grid'], widths: readonly number[]): number {
  const heightAtSize = (size: number): number =>
    grid.roles.reduce((sum, _, row) => {
      const lines = grid.cells
        .filter((cell) => cell.row === row && cell.rowspan === 1)
        .map((cell) => {
          const width = widths.slice(cell.column, cell.column + cell.colspan).reduce((all, one) => all + one, 0)
          return Math.max(1, Math.ceil(fitLines(textOf(cell.output), size, width - 0.12)))
        })
      return sum + (Math.max(1, ...lines) * size * 1.3) / 72 + 0.1
    }, 0)
  return [20, 18, 16, 14, 12].find((size) => heightAtSize(size) <= area.h) ?? 11
}

const fitLines = (content: string, size: number, width: number): number =>
  content.split('\n').reduce((sum, line) => sum + Math.max(1, ([...line].length * size) / (width * 72)), 0)

export function drawPictures(drawn: DrawnSlide, { pictures }: Kind<'pictures'>): void {
  const gap = 0.4
  const w = pictures.length > 1 ? (area.w - gap) / 2 : area.w
  const h = area.h - 0.7
  for (const [index, picture] of pictures.entries()) {
    const scale = Math.min(w / picture.width, h / picture.height)
    const [drawnW, drawnH] = [picture.width * scale, picture.height * scale]
    const x = area.x + index * (w + gap)
    drawn.addImage({
      data: `image/${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}`,
      x: x + (w - drawnW) / 2,
      y: area.y + (h - drawnH) / 2,
      w: drawnW,
      h: drawnH,
      altText: picture.caption,
    })
    const box = { x, y: area.y + h + 0.05, w, h: 0.6 }
    const size = fitSize([picture.caption], box, [20, 18, 16, 14, 12], 0)
    drawn.addText(picture.caption, text(box, size, { align: 'center', valign: 'middle' }))
  }
}

/** Heading on a blue band, a red line below it, foot with county, year and page. */
export function drawFrame(drawn: DrawnSlide, heading: string, footer: string, page: number): void {
  drawn.background = { color: 'FFFFFF' }
  drawn.addShape('rect', { x: 0, y: 0, w: look.width, h: 1.05, fill: { color: look.blue } })
  drawn.addShape('rect', { x: 0, y: 1.05, w: look.width, h: 0.06, fill: { color: look.red } })
  const box = { x: 0.75, y: 0.1, w: 11.83, h: 0.85 }
  const size = fitSize([heading], box, [30, 28, 26, 24, 22, 20, 18], 0)
  drawn.addText(heading, text(box, size, { color: 'FFFFFF', fontFace: look.titleFont, valign: 'middle' }))
  drawn.addText(footer, text({ x: 0.75, y: 6.95, w: 9, h: 0.4 }, 12, { color: look.grey, valign: 'middle' }))
  const right = { x: 11.08, y: 6.95, w: 1.5, h: 0.4 }
  drawn.addText(String(page), text(right, 12, { color: look.grey, align: 'right', valign: 'middle' }))
}

function text(
  box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  fontSize: number,
  more: TextOptions,
): TextOptions {
  return { ...box, fontSize, fontFace: look.bodyFont, color: look.ink, margin: 0, lang: 'zh-CN', ...more }
}
