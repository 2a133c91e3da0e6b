import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { font, size } from './geometry.ts'

/** Page number 四号 between dashes: on the right of odd pages, on the left of even ones, one character in. */
export function pageFooters(): { readonly default: Footer; readonly even: Footer } {
  return {
    default: numberFooter(AlignmentType.RIGHT, { right: 280 }),
    even: numberFooter(AlignmentType.LEFT, { left: 280 }),
  }
}

type Side = typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT

function numberFooter(side: Side, indent: { readonly left?: number; readonly right?: number }): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side,
        indent,
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: font.pageNumber, size: size.pageNumber }),
        ],
      }),
    ],
  })
}
