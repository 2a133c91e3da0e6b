import { retentionTitles } from '@eduduty/core/archive'
import { groupBy } from '@eduduty/core/collection'
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeightRule,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { font, page, size } from '../../platform/docx/geometry.ts'
import { run } from '../../platform/docx/paragraphs.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { fixedZip } from '../../platform/fixed-zip.ts'
import type { Dossier, DossierNeed, DossierPaper } from './dossier-rows.ts'

/** Labels beside each other on a sheet of A4, cut along the lines. */
const COLUMNS = 2
/** Twentieths of a point: 17 cm of text width, 6 cm high, so that eight stand on a sheet. */
const MARGIN = 900
const HEIGHT = 3400
/** Five characters: the name of a line and its colon. What follows hangs beside it. */
const NAME = 1050
const width = (page.width - 2 * MARGIN) / COLUMNS

interface Label {
  readonly boxNo: string
  readonly lines: readonly (readonly [string, string])[]
}

/** 盒签: one for each item of each unit of which there is a paper, in the order of the pack. Errors: `archive.no_labels`. */
export async function writeLabels(dossier: Dossier): Promise<Uint8Array> {
  const labels = labelsOf(dossier)
  if (labels.length === 0) throw new AppError('archive.no_labels')
  const rows = Array.from({ length: Math.ceil(labels.length / COLUMNS) }, (_, at) =>
    labels.slice(at * COLUMNS, (at + 1) * COLUMNS),
  )
  const file = new Document({
    title: '档案盒标签',
    creator: '',
    lastModifiedBy: '',
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        children: [labelTable(rows)],
      },
    ],
  })
  return steady(new Uint8Array(await Packer.toBuffer(file)))
}

function labelsOf({ catalogue, needs }: Dossier): readonly Label[] {
  return [...groupBy(needs, ({ row }) => JSON.stringify([row.indicator, row.unit])).values()].flatMap((own) => {
    const [first] = own
    // A box with nothing in it needs no label.
    if (first === undefined || own.every(({ papers }) => papers.length === 0)) return []
    const { indicator_no: no, indicator_title: title, unit_name: unit } = first.row
    return [
      {
        boxNo: distinct(own, ({ box_no: box }) => box),
        lines: [
          ['指　　标', shortened(`${no}　${title}`)],
          ['材　　料', materialsOf(own.filter(({ papers }) => papers.length > 0))],
          ['单　　位', shortened(unit)],
          ['年　　度', shortened(`${catalogue.year}　${catalogue.pack_title}`)],
          ['保管期限', termOf(own)],
          ['页　　数', pagesOf(own)],
          ['保 管 人', distinct(own, ({ keeper }) => keeper)],
        ] as const,
      },
    ]
  })
}

/** Characters for which two lines have room: what is longer is cut, for the label has its height. */
const MOST = 32

const shortened = (text: string): string => (text.length <= MOST ? text : `${text.slice(0, MOST - 1)}…`)

function materialsOf(needs: readonly DossierNeed[]): string {
  const all = needs.map(({ row }) => row.file_no)
  const text = all.join('、')
  return text.length <= MOST ? text : `${all[0]} 至 ${all.at(-1)}，共 ${all.length} 项`
}

/** What nobody has written yet is written by hand. */
function distinct(needs: readonly DossierNeed[], of: (paper: DossierPaper) => string): string {
  const words = needs.flatMap(({ papers }) => papers.map(of)).filter((word) => word !== '')
  return shortened([...new Set(words)].join('、'))
}

/** A box is kept as long as what is kept longest in it. */
function termOf(needs: readonly DossierNeed[]): string {
  const terms = new Set(needs.flatMap(({ papers }) => papers.map(({ retention }) => retention)))
  const longest = (['permanent', 'years_30', 'years_10'] as const).find((term) => terms.has(term))
  return longest === undefined ? '' : retentionTitles[longest]
}

/** Only a sum of all is one. */
function pagesOf(needs: readonly DossierNeed[]): string {
  const papers = new Map(needs.flatMap((need) => need.papers.map((paper) => [paper.paper_id, paper.pages])))
  const known = [...papers.values()].filter((pages) => pages !== null)
  return papers.size > 0 && known.length === papers.size ? String(known.reduce((sum, one) => sum + one, 0)) : ''
}

function labelTable(rows: readonly (readonly Label[])[]): Table {
  const cells = (labels: readonly Label[]) => Array.from({ length: COLUMNS }, (_, at) => labelCell(labels[at]))
  return new Table({
    width: { size: width * COLUMNS, type: WidthType.DXA },
    columnWidths: Array.from({ length: COLUMNS }, () => width),
    layout: TableLayoutType.FIXED,
    rows: (rows.length === 0 ? [[]] : rows).map(
      (labels) =>
        new TableRow({ cantSplit: true, height: { value: HEIGHT, rule: HeightRule.EXACT }, children: cells(labels) }),
    ),
  })
}

const cut = { style: BorderStyle.DASHED, size: 4, color: '808080' } as const

function labelCell(label: Label | undefined): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 200, right: 200, top: 100, bottom: 100 },
    borders: { top: cut, bottom: cut, left: cut, right: cut },
    children: label === undefined ? [new Paragraph({})] : [boxLine(label.boxNo), ...label.lines.map(labelLine)],
  })
}

const boxLine = (boxNo: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 120 },
    children: [run(`盒号：${boxNo === '' ? '＿＿＿＿' : boxNo}`, font.heading, size.caption)],
  })

const labelLine = ([name, text]: readonly [string, string]): Paragraph =>
  new Paragraph({
    indent: { left: NAME, hanging: NAME },
    spacing: { line: 270, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [run(`${name}：`, font.heading, size.table), run(text, font.body, size.table)],
  })

/** The library writes the hour into the file; the same labels give the same bytes. */
function steady(docx: Uint8Array): Uint8Array {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(docx)))
  const core = strFromU8(parts.get('docProps/core.xml') ?? new Uint8Array())
  const fixed = core.replaceAll(/(<dcterms:\w+[^>]*>)[^<]*/g, '$12026-01-01T00:00:00Z')
  parts.set('docProps/core.xml', new TextEncoder().encode(fixed))
  return fixedZip(parts)
}
