import type { Grid } from '@eduduty/core/documents'
import {
  AlignmentType,
  Document,
  DocumentGridType,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageBreak,
  Paragraph,
  type Table,
  TableOfContents,
} from 'docx'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { fixedZip } from '../fixed-zip.ts'
import { addCharts } from './chart-parts.ts'
import { pageFooters } from './footers.ts'
import { font, grid, page, size } from './geometry.ts'
import { bodyParagraph, run, titleParagraph } from './paragraphs.ts'
import { tableOf } from './table.ts'

export interface BookPart {
  readonly heading: string
  readonly table: Grid
  readonly widths: readonly number[]
  /** Set apart in 楷体, with what stands under it. */
  readonly question: string
  readonly answer: string
}

export interface Book {
  readonly title: string
  readonly subtitle: string
  readonly chapters: readonly {
    readonly heading: string
    readonly intro: string
    readonly parts: readonly BookPart[]
  }[]
}

/** Writes a book as docx: title, contents that the word processor numbers, and each chapter on a new page. Same book, same bytes. */
export async function writeBook(book: Book, date: string): Promise<Uint8Array> {
  const file = new Document({
    title: book.title.replaceAll('\n', ''),
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: font.body, size: size.body, language: { eastAsia: 'zh-CN' } } },
        heading1: { run: { color: '000000', bold: false } },
        heading2: { run: { color: '000000', bold: false } },
      },
    },
    sections: [
      {
        properties: {
          page: { size: { width: page.width, height: page.height }, margin: page.margin },
          grid: { type: DocumentGridType.LINES, linePitch: grid.linePitch },
        },
        footers: pageFooters(),
        children: [...frontOf(book), ...book.chapters.flatMap(chapterOf)],
      },
    ],
  })
  return renumber(await addCharts(new Uint8Array(await Packer.toBuffer(file)), [], date))
}

/** The library counts its bookmarks on from one document to the next; here each begins with 1. */
function renumber(docx: Uint8Array): Uint8Array {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(docx)))
  const numbers = new Map<string, number>()
  const numberOf = (old: string): number => {
    const known = numbers.get(old) ?? numbers.size + 1
    numbers.set(old, known)
    return known
  }
  const text = strFromU8(parts.get('word/document.xml') ?? new Uint8Array())
    .replaceAll(/_Toc(\d+)/g, (_, old: string) => `_Toc${numberOf(old)}`)
    .replaceAll(
      /(<w:bookmark(?:Start|End)\b[^>]*w:id=")(\d+)/g,
      (_, open: string, old: string) => open + numberOf(`id ${old}`),
    )
  parts.set('word/document.xml', strToU8(text))
  return fixedZip(parts)
}

const frontOf = (book: Book): readonly (Paragraph | TableOfContents)[] => [
  titleParagraph(book.title),
  new Paragraph({ alignment: AlignmentType.CENTER, children: [run(book.subtitle, font.subheading, size.body)] }),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 480, after: 240 },
    children: [run('目　录', font.heading, size.body)],
  }),
  new TableOfContents('目录', { hyperlink: true, headingStyleRange: book.chapters.length === 1 ? '1-2' : '1-1' }),
]

function chapterOf({ heading, intro, parts }: Book['chapters'][number]): readonly (Paragraph | Table)[] {
  return [
    new Paragraph({ children: [new PageBreak()] }),
    headingOf(HeadingLevel.HEADING_1, heading),
    bodyParagraph([intro]),
    ...parts.flatMap((part) => [
      headingOf(HeadingLevel.HEADING_2, part.heading),
      tableOf(part.table, part.widths, true),
      askedParagraph(part.question),
      bodyParagraph([part.answer]),
    ]),
  ]
}

type Level = typeof HeadingLevel.HEADING_1 | typeof HeadingLevel.HEADING_2

function headingOf(heading: Level, text: string): Paragraph {
  const isChapter = heading === HeadingLevel.HEADING_1
  return new Paragraph({
    heading,
    keepNext: true,
    ...(isChapter && { alignment: AlignmentType.CENTER }),
    spacing: { before: 240, after: 120, line: grid.linePitch, lineRule: LineRuleType.EXACT },
    children: [run(text, isChapter ? font.heading : font.subheading, size.body)],
  })
}

const askedParagraph = (question: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 120, line: grid.linePitch, lineRule: LineRuleType.EXACT },
    indent: { firstLineChars: 200, firstLine: 640 },
    children: [run(`问：${question}`, font.subheading, size.body)],
  })
