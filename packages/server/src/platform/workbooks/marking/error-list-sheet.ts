import { cellAddress, ERROR_LIST_SHEET, type Finding, type FindingLevel } from '@eduduty/core/collection'
import { escapeXml } from '../../escape-xml.ts'

const HEADINGS = ['序号', '程度', '工作表', '单元格', '单位', '填的是', '问题', '怎么改'] as const
const WIDTHS = [6, 8, 18, 9, 20, 16, 44, 40] as const
const LEVELS: Readonly<Record<FindingLevel, string>> = { error: '错误', check: '核对', repair: '已整理', note: '提示' }
const ORDER: readonly FindingLevel[] = ['error', 'check', 'repair', 'note']

/** For a list that came of another format: the old file and this one would both be read. */
function howToReturn(file: string): string {
  const format = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  if (['xlsx', 'xlsm', ''].includes(format))
    return '红色的单元格要改；改完直接交回本文件即可，本表和红色标记不影响再次导入。'
  return `红色的单元格要改。原文件是 ${format}：改好后用这个 xlsx 代替原来的 ${format}（把原 ${format} 删去或移走）。本表和红色标记不影响再次导入。`
}

/** The worksheet part that lists every finding of a file, wrong cells first, linked to their cells. `styles` are those of headings and of texts. */
export function errorListXml(
  file: string,
  findings: readonly Finding[],
  sheets: ReadonlySet<string>,
  styles: { readonly heading: number; readonly text: number },
): string {
  const listed = ORDER.flatMap((level) => findings.filter((finding) => finding.level === level))
  const lines = [
    [`${ERROR_LIST_SHEET}：${file}`],
    [howToReturn(file)],
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
    (line, row) =>
      `<row r="${row + 1}">${line.map((text, column) => textCell(text, row, column, styles)).join('')}</row>`,
  )
  const columns = WIDTHS.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  const links = listed.flatMap((finding, order) => linkTo(finding, order + 3, sheets))
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>` +
    `${links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`}` +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
  )
}

function textCell(
  text: string,
  row: number,
  column: number,
  styles: { readonly heading: number; readonly text: number },
): string {
  if (text === '') return ''
  const style = row < 2 ? '' : ` s="${row === 2 ? styles.heading : styles.text}"`
  return `<c r="${cellAddress(row, column)}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

function linkTo(finding: Finding, row: number, sheets: ReadonlySet<string>): readonly string[] {
  if (finding.cell === undefined || finding.sheet === undefined || !sheets.has(finding.sheet)) return []
  const target = `'${finding.sheet.replaceAll("'", "''")}'!${finding.cell}`
  return [
    `<hyperlink ref="${cellAddress(row, 3)}" location="${escapeXml(target)}" display="${escapeXml(finding.cell)}"/>`,
  ]
}
