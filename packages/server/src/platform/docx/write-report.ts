import type { ChartModel, ReportBlock, ReportModel } from '@eduduty/core/documents'
import { Document, DocumentGridType, Packer, type Paragraph, type Table } from 'docx'
import { addCharts, chartMarker } from './chart-parts.ts'
import { pageFooters, pageHeaders } from './footers.ts'
import { font, grid, page, size } from './geometry.ts'
import { imprintTable } from './imprint.ts'
import {
  addresseeParagraph,
  bodyParagraph,
  captionParagraph,
  emptyParagraph,
  headingParagraph,
  markerParagraph,
  numberParagraph,
  signatureParagraph,
  titleParagraph,
} from './paragraphs.ts'
import { tableOf } from './table.ts'

/**
 * Writes a report as docx in the layout of GB/T 9704-2012, with native charts. `date` (YYYY-MM-DD) becomes the file's
 * own date: the same model gives the same bytes.
 */
export async function writeReport(report: ReportModel, date: string): Promise<Uint8Array> {
  const charts = report.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))
  const file = new Document({
    title: report.title.replaceAll('\n', ''),
    creator: report.signer ?? '',
    lastModifiedBy: report.signer ?? '',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: font.body, size: size.body, language: { eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: page.margin,
          },
          grid: { type: DocumentGridType.LINES, linePitch: grid.linePitch },
        },
        ...(report.mark !== undefined && { headers: pageHeaders(report.mark) }),
        footers: pageFooters(),
        children: childrenOf(report, charts),
      },
    ],
  })
  return await addCharts(new Uint8Array(await Packer.toBuffer(file)), charts, date)
}

function childrenOf(report: ReportModel, charts: readonly ChartModel[]): (Paragraph | Table)[] {
  const { title, addressee, signer, date, number = '', imprint = {} } = report
  const foot = imprintTable(imprint)
  const closing = [signer, date].flatMap((text) => (text === undefined || text === '' ? [] : [text]))
  return [
    ...(number === '' ? [] : [numberParagraph(number)]),
    titleParagraph(title),
    ...(addressee === undefined ? [] : [addresseeParagraph(addressee)]),
    ...report.blocks.flatMap((block) => blockChildren(block, charts)),
    ...closing.map((text, index) => signatureParagraph(text, index === 0 && closing.length > 1)),
    ...(foot === undefined ? [] : [foot, emptyParagraph()]),
  ]
}

function blockChildren(block: ReportBlock, charts: readonly ChartModel[]): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block.level, block.text)]
    case 'paragraph':
      return [
        bodyParagraph(
          block.sentences.map((sentence) => sentence.text),
          block.stays,
        ),
      ]
    case 'table':
      return [
        ...(block.title === '' ? [] : [captionParagraph(block.title, 'with next')]),
        tableOf(block.grid, block.widths, block),
      ]
    case 'chart':
      return [markerParagraph(chartMarker(charts.indexOf(block.chart))), captionParagraph(block.chart.title, 'alone')]
  }
}
