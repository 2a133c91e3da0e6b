import type { PDFArray, PDFPageLeaf } from '@cantoo/pdf-lib'

/** Points of an A4 page's width: on larger pages the stamp grows with the page. */
const A4_WIDTH = 595

/** The matrix that puts a stamp at the lower right corner of a page as it is seen, turned or not. */
export function stampAt(page: PDFPageLeaf): readonly number[] {
  const [left, bottom, right, top] = edgesOf(page)
  const scale = Math.max(Math.min(right - left, top - bottom) / A4_WIDTH, 0.3)
  switch (((page.Rotate()?.asNumber() ?? 0) + 360) % 360) {
    case 90:
      return [0, scale, -scale, 0, right, top]
    case 180:
      return [-scale, 0, 0, -scale, left, top]
    case 270:
      return [0, -scale, scale, 0, left, bottom]
    default:
      return [scale, 0, 0, scale, right, bottom]
  }
}

type Edges = readonly [left: number, bottom: number, right: number, top: number]

/** What is seen of a page. */
function edgesOf(page: PDFPageLeaf): Edges {
  const whole = sorted(page.MediaBox())
  const cut = page.CropBox()
  if (cut === undefined) return whole
  const seen = sorted(cut)
  return [
    Math.max(whole[0], seen[0]),
    Math.max(whole[1], seen[1]),
    Math.min(whole[2], seen[2]),
    Math.min(whole[3], seen[3]),
  ]
}

function sorted(box: PDFArray): Edges {
  const { x, y, width, height } = box.asRectangle()
  return [Math.min(x, x + width), Math.min(y, y + height), Math.max(x, x + width), Math.max(y, y + height)]
}
