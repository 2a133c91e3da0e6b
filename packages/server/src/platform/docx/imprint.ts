import type { Imprint } from '@eduduty/core/documents'
import {
  BorderStyle,
  LineRuleType,
  OverlapType,
  Paragraph,
  RelativeHorizontalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { font, size, textHeight, textWidth } from './geometry.ts'
import { run } from './paragraphs.ts'

/** One character of 四号. */
const CHARACTER = size.caption * 10
/** 0.35 mm and 0.25 mm, in eighths of a point. */
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const
const thin = { ...thick, size: 6 }
/** What a line takes, and what a row takes beside its lines. */
const LINE = 480
/** A table nearly as wide as the text is put in line with it by some programs. */
const WIDTH = textWidth - 280
const ROOM = 20
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/**
 * 版记 after GB/T 9704: 抄送, then 印发机关 and 印发日期, between rules, at the foot of the last page whatever stands above.
 * Undefined where nothing of it is known.
 */
export function imprintTable({ copies = '', office = '', printed = '' }: Imprint): Table | undefined {
  const lines = [
    ...(copies === '' ? [] : [[text(`抄送：${copies}${/[。.]$/.test(copies) ? '' : '。'}`)]]),
    ...(office === '' && printed === '' ? [] : [issueLine(office, printed)]),
  ]
  if (lines.length === 0) return undefined
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [WIDTH],
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
      absoluteVerticalPosition: textHeight - linesOf(copies, lines.length) * LINE - ROOM * lines.length,
      overlap: OverlapType.NEVER,
    },
    rows: lines.map((children, at) => lineRow(children, at === 0, at === lines.length - 1)),
  })
}

function lineRow(children: TextRun[], isFirst: boolean, isLast: boolean): TableRow {
  const borders = { top: isFirst ? thick : thin, bottom: isLast ? thick : thin, left: none, right: none }
  const line = new Paragraph({
    spacing: { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    indent: { left: CHARACTER, right: CHARACTER },
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH - CHARACTER }],
    children,
  })
  const width = { size: WIDTH, type: WidthType.DXA } as const
  return new TableRow({ cantSplit: true, children: [new TableCell({ width, borders, children: [line] })] })
}

/** Lines of the whole: not every program puts a table at the foot of a page, but each puts it at a height. */
function linesOf(copies: string, rows: number): number {
  if (copies === '') return rows
  const width = [...`抄送：${copies}。`].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? 0.5 : 1), 0)
  return rows - 1 + Math.ceil((width * CHARACTER) / (WIDTH - 3 * CHARACTER))
}

const text = (words: string): TextRun => run(words, font.body, size.caption)

const issueLine = (office: string, printed: string): TextRun[] => [
  text(office),
  ...(printed === '' ? [] : [new TextRun({ children: [new Tab()] }), text(`${printed.replace(/印发$/, '')}印发`)]),
]
