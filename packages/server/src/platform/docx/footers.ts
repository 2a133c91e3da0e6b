import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx'
import { font, size } from './geometry.ts'
import { run } from './paragraphs.ts'

/** Page number 四号 between dashes: on the right of odd pages, on the left of even ones, one character in. */
export function pageFooters(): { readonly default: Footer; readonly even: Footer } {
  return {
    default: numberFooter(AlignmentType.RIGHT, { right: 280 }),
    even: numberFooter(AlignmentType.LEFT, { left: 280 }),
  }
}

/** What each page of a paper that is not final says; a final one has no headers at all. */
export function pageHeaders(mark: string): { readonly default: Header; readonly even: Header } {
  const header = (): Header =>
    new Header({ children: [new Paragraph({ children: [run(mark, font.subheading, size.pageNumber)] })] })
  return { default: header(), even: header() }
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
