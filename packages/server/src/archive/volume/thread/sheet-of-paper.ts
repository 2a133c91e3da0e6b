import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib'
import type { Typesetter } from '../../../platform/pdf/typesetter.ts'

/** Points: A4, with more room at the left, where it is bound. */
export const frame = { width: 595.28, height: 841.89, left: 74, right: 527, top: 760, bottom: 76 } as const
export const textWidth = frame.right - frame.left

/** Where the number of a page stands, from its lower right corner. */
export const corner = { size: 9, right: 24, up: 18 } as const

export const pageWords = (no: number): string => `第 ${no} 页`

/** What pages are drawn with. */
export interface Desk {
  readonly document: PDFDocument
  readonly type: Typesetter
}

/** A new page with its number. */
export function numberedPage({ document, type }: Desk, no: number): PDFPage {
  const page = document.addPage([frame.width, frame.height])
  const words = pageWords(no)
  const x = frame.width - corner.right - type.width(words, corner.size)
  type.draw(page, words, { x, y: corner.up, size: corner.size })
  return page
}

/** Draws lines under each other, each in the middle. Gives where the next would stand. */
export function drawCentred(
  { type }: Desk,
  page: PDFPage,
  text: string,
  place: { readonly y: number; readonly size: number; readonly most: number },
): number {
  const { size, most } = place
  const lines = type.lines(text, { size, width: textWidth, most })
  for (const [at, line] of lines.entries()) {
    const x = (frame.left + frame.right - type.width(line, size)) / 2
    type.draw(page, line, { x, y: place.y - at * size * 1.5, size })
  }
  return place.y - lines.length * size * 1.5
}

export function drawRule(page: PDFPage, y: number, thickness = 0.5): void {
  page.drawLine({ start: { x: frame.left, y }, end: { x: frame.right, y }, thickness })
}
