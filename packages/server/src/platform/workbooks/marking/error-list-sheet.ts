import { cellAddress, ERROR_LIST_SHEET, type Finding, type FindingLevel } from '@eduduty/core/collection'
import { escapeXml } from '../../escape-xml.ts'

const HEADINGS = ['序号', '程度', '工作表', '单元格', '单位', '填的是', '问题', '怎么改'] as const
const WIDTHS = [6, 8, 18, 9, 20, 20, 60, 50] as const
const LEVELS: Readonly<Record<FindingLevel, string>> = { error: '错误', check: '核对', repair: '已整理', note: '提示' }
const ORDER: readonly FindingLevel[] = ['error', 'check', 'repair', 'note']

/** The worksheet part that lists every finding of a file, the wrong cells first, each linked to its cell. */
export function errorListXml(file: string, findings: readonly Finding[], sheets: ReadonlySet<string>): string {
  const listed = ORDER.flatMap((level) => findings.filter((finding) => finding.level === level))
  const lines = [
    [`${ERROR_LIST_SHEET}：${file}`],
    ['红色的单元格要改；改完直接交回本文件即可，本表和红色标记不影响再次导入。'],
    [...HEADINGS],
    ...listed.map((finding, order) => [
      String(order + 1),
      LEVELS[finding.level],
      finding.sheet ?? '',
      finding.cell ?? '',
      [finding.unit_name, finding.unit].filter((part) => part !== undefined).join(' '),
      finding.found ?? '',
      finding.message,
      finding.advice ?? (finding.taken === undefined ? '' : `已按“${finding.taken}”采用，请核对`),
    ]),
  ]
  const rows = lines.map(
    (line, row) => `<row r="${row + 1}">${line.map((text, column) => textCell(text, row, column)).join('')}</row>`,
  )
  const columns = WIDTHS.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  const links = listed.flatMap((finding, order) => linkTo(finding, order + 3, sheets))
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>` +
    `${links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`}</worksheet>`
  )
}

function textCell(text: string, row: number, column: number): string {
  if (text === '') return ''
  return `<c r="${cellAddress(row, column)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

function linkTo(finding: Finding, row: number, sheets: ReadonlySet<string>): readonly string[] {
  if (finding.cell === undefined || finding.sheet === undefined || !sheets.has(finding.sheet)) return []
  const target = `'${finding.sheet.replaceAll("'", "''")}'!${finding.cell}`
  return [
    `<hyperlink ref="${cellAddress(row, 3)}" location="${escapeXml(target)}" display="${escapeXml(finding.cell)}"/>`,
  ]
}
