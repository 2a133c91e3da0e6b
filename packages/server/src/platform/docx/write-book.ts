import type { Grid } from '@eduduty/core/documents'
import {
  AlignmentType,
  Bookmark,
  Document,
  DocumentGridType,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  LineRuleType,
  Packer,
  PageReference,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { fixedZip } from '../fixed-zip.ts'
import { addCharts } from './chart-parts.ts'
import { pageFooters } from './footers.ts'
import { font, grid, page, size, textWidth } from './geometry.ts'
import { bodyParagraph, run, titleParagraph } from './paragraphs.ts'
import { tableOf } from './table.ts'

export interface BookPart {
  readonly heading: string
  readonly table: Grid
  readonly widths: readonly number[]
  /** Set apart in 楷体, with what stands under it. */
  readonly asked?: { readonly question: string; readonly answer: string }
}

export interface Book {
  readonly title: string
  readonly subtitle: string
  /** Lines of a cover; the contents then begin on a page of their own. */
  readonly cover?: readonly string[]
  /** Chapters follow each other on a page: many short ones would leave most of it empty. */
  readonly flows?: true
  readonly chapters: readonly {
    readonly heading: string
    readonly intro: string
    readonly parts: readonly BookPart[]
  }[]
}

/** Writes a book as docx: title, contents with pages, and each chapter on a new page. Same book, same bytes. */
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
        children: [
          ...frontOf(book),
          ...book.chapters.flatMap((chapter, at) => chapterOf(chapter, at, book.flows !== true || at === 0)),
        ],
      },
    ],
  })
  return renumber(await addCharts(new Uint8Array(await Packer.toBuffer(file)), [], date))
}

/** The library counts its bookmarks on from one document to the next; here they begin with 1. */
function renumber(docx: Uint8Array): Uint8Array {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(docx)))
  const numbers = new Map<string, number>()
  const text = strFromU8(parts.get('word/document.xml') ?? new Uint8Array()).replaceAll(
    /(<w:bookmark(?:Start|End)\b[^>]*w:id=")(\d+)/g,
    (_, open: string, old: string) => {
      const number = numbers.get(old) ?? numbers.size + 1
      numbers.set(old, number)
      return `${open}${number}`
    },
  )
  parts.set('word/document.xml', strToU8(text))
  return fixedZip(parts)
}

const frontOf = (book: Book): readonly Paragraph[] => [
  titleParagraph(book.title),
  new Paragraph({ alignment: AlignmentType.CENTER, children: [run(book.subtitle, font.subheading, size.body)] }),
  ...(book.cover ?? []).map((line) => centredParagraph(line)),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    pageBreakBefore: book.cover !== undefined,
    spacing: { before: 480, after: 240 },
    children: [run('目　录', font.heading, size.body)],
  }),
  ...contentsOf(book).map(contentsLine),
]

const centredParagraph = (line: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: grid.linePitch },
    children: [run(line, font.body, size.body)],
  })

interface ContentsEntry {
  readonly text: string
  readonly mark: string
  readonly level: 1 | 2
}

/** Chapters; of a book for one department its parts as well. */
const contentsOf = ({ chapters }: Book): readonly ContentsEntry[] =>
  chapters.flatMap(({ heading, parts }, chapter) => [
    { text: heading, mark: markOf(chapter), level: 1 as const },
    ...(chapters.length > 1
      ? []
      : parts.map((part, at) => ({ text: part.heading, mark: markOf(chapter, at), level: 2 as const }))),
  ])

const markOf = (chapter: number, part?: number): string =>
  `_Toc${chapter + 1}${part === undefined ? '' : `_${part + 1}`}`

/** The page is asked of the heading itself: a contents field would stand there without numbers until somebody updates it. */
const contentsLine = ({ text, mark, level }: ContentsEntry): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: LeaderType.DOT }],
    indent: { left: level === 1 ? 0 : 640 },
    spacing: { line: grid.linePitch, lineRule: LineRuleType.EXACT },
    children: [
      new InternalHyperlink({ anchor: mark, children: [run(text, font.body, size.body)] }),
      new TextRun({ children: [new Tab()], font: font.body, size: size.body }),
      new PageReference(mark),
    ],
  })

function chapterOf(
  { heading, intro, parts }: Book['chapters'][number],
  chapter: number,
  isOnNewPage: boolean,
): readonly (Paragraph | Table)[] {
  return [
    headingOf(HeadingLevel.HEADING_1, heading, markOf(chapter), isOnNewPage),
    bodyParagraph([intro], !isOnNewPage),
    ...parts.flatMap((part, at) => [
      headingOf(HeadingLevel.HEADING_2, part.heading, markOf(chapter, at)),
      tableOf(part.table, part.widths, { flows: true }),
      ...(part.asked === undefined ? [] : [askedParagraph(part.asked.question), bodyParagraph([part.asked.answer])]),
    ]),
  ]
}

type Level = typeof HeadingLevel.HEADING_1 | typeof HeadingLevel.HEADING_2

function headingOf(heading: Level, text: string, mark: string, isOnNewPage = false): Paragraph {
  const isChapter = heading === HeadingLevel.HEADING_1
  return new Paragraph({
    heading,
    keepNext: true,
    ...(isChapter && { alignment: AlignmentType.CENTER, pageBreakBefore: isOnNewPage }),
    spacing: { before: 240, after: 120, line: grid.linePitch, lineRule: LineRuleType.EXACT },
    children: [
      new Bookmark({ id: mark, children: [run(text, isChapter ? font.heading : font.subheading, size.body)] }),
    ],
  })
}

const askedParagraph = (question: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 120, line: grid.linePitch, lineRule: LineRuleType.EXACT },
    indent: { firstLineChars: 200, firstLine: 640 },
    children: [run(`问：${question}`, font.subheading, size.body)],
  })
