import type { ChartModel } from '@eduduty/core/documents'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { escapeXml } from '../escape-xml.ts'
import { fixedZip } from '../fixed-zip.ts'
import { chartXml, formatCode } from './chart-xml.ts'
import { textWidth } from './geometry.ts'

/** English Metric Units in a twentieth of a point. */
const EMU = 635
const HEIGHT = 3_100_000

export const chartMarker = (index: number): string => `⟦chart:${index}⟧`

/**
 * Puts native charts where their markers stand, with one embedded workbook each, and gives the package fixed dates,
 * so that the same report gives the same bytes.
 */
export async function addCharts(docx: Uint8Array, charts: readonly ChartModel[], date: string): Promise<Uint8Array> {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(docx)))
  const read = (path: string): string => strFromU8(parts.get(path) ?? new Uint8Array())
  const write = (path: string, text: string): void => void parts.set(path, strToU8(text))
  let body = leaveGrid(read('word/document.xml'))
  for (const [index, chart] of charts.entries()) {
    const number = index + 1
    body = placeDrawing(body, index, chart.title)
    write(`word/charts/chart${number}.xml`, chartXml(chart))
    write(`word/charts/_rels/chart${number}.xml.rels`, workbookRelation(number))
    parts.set(`word/embeddings/chart${number}.xlsx`, await chartWorkbook(chart, date))
  }
  write('word/document.xml', body)
  write('word/_rels/document.xml.rels', insert(read('word/_rels/document.xml.rels'), charts.map(chartRelation)))
  write('[Content_Types].xml', insert(read('[Content_Types].xml'), contentTypes(charts.length)))
  write('docProps/core.xml', fixDates(read('docProps/core.xml'), date))
  return fixedZip(parts)
}

/** Lines of tables and drawings leave the grid of 22 lines; the library cannot say so itself. */
const leaveGrid = (body: string): string =>
  body.replace(/<w:spacing [^>]*w:line="(?:280|240)"/g, (spacing) => `<w:snapToGrid w:val="0"/>${spacing}`)

const insert = (xml: string, added: readonly string[]): string =>
  xml.replace(/<\/(Relationships|Types)>\s*$/, (end) => `${added.join('')}${end}`)

function contentTypes(count: number): readonly string[] {
  const charts = Array.from(
    { length: count },
    (_, index) =>
      `<Override PartName="/word/charts/chart${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
  )
  return [
    '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>',
    ...charts,
  ]
}

const chartRelation = (_: ChartModel, index: number): string =>
  `<Relationship Id="rIdChart${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="charts/chart${index + 1}.xml"/>`

const workbookRelation = (number: number): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/chart${number}.xlsx"/></Relationships>`

function placeDrawing(body: string, index: number, title: string): string {
  const at = body.indexOf(chartMarker(index))
  const from = body.lastIndexOf('<w:r>', at)
  const to = body.indexOf('</w:r>', at) + '</w:r>'.length
  if (at < 0 || from < 0) throw new Error(`no place for chart ${index}`)
  return `${body.slice(0, from)}${drawingXml(index, title)}${body.slice(to)}`
}

const drawingXml = (index: number, title: string): string =>
  `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${textWidth * EMU}" cy="${HEIGHT}"/><wp:docPr id="${1000 + index}" name="图表 ${index + 1}" descr="${escapeXml(title)}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdChart${index + 1}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

/** The data behind a chart, as the editors of WPS and Word expect it: categories in column A, a series per column. */
async function chartWorkbook(chart: ChartModel, date: string): Promise<Uint8Array> {
  const written = new Date(`${date}T00:00:00Z`)
  const rows: CellValue[][] = [
    [null, ...chart.series.map((series) => series.title)],
    ...chart.categories.map((category, index) => [
      category,
      ...chart.series.map(({ values }) => (values[index] === undefined ? null : Number(values[index]))),
    ]),
  ]
  return await writeXlsx({
    sheets: [
      {
        name: 'Sheet1',
        rows,
        columns: [{ width: 24 }, ...chart.series.map(({ decimals }) => ({ width: 14, numFmt: formatCode(decimals) }))],
      },
    ],
    properties: { created: written, modified: written },
  })
}

const fixDates = (xml: string, date: string): string =>
  xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, (_, open: string) => `${open}${date}T00:00:00Z`)
