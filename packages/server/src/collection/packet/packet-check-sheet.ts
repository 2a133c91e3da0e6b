import { packetVerdicts } from '@eduduty/core/collection'
import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx'
import { heightOf } from '../template-heights.ts'
import {
  border,
  centredStyle,
  fixedStyle,
  headStyle,
  onePageWide,
  openProtection,
  pageNumbers,
  remarkStyle,
  titleStyle,
} from '../template-styles.ts'
import type { PacketCheck } from './packet-checks.ts'
import { checkColumns, checkNo, FIRST_CHECK_ROW, packetSheets } from './packet-layout.ts'

const headings = [
  '编号',
  '审核关系',
  '强制/核实',
  '结果',
  '左边值',
  '右边值',
  '说明（核实性错误属实的，写明原因，至少4个字）',
  '',
]
const widths = [8, 44, 11, 12, 12, 12, 48, 2]
const notes =
  '先填前一张表，这里随填随算：“不符”的请对照左右两边改正；“核实”的情况属实，在“说明”栏写明原因，传回后就是系统里的说明。' +
  '“待填”的还缺数；“上传后核对”的要与别的表或上年比较，传回后由系统核对。结果不用填写。'

const lockedTitle: CellStyle = { ...titleStyle, protection: { locked: true } }
const countStyle: CellStyle = { font: { bold: true, size: 12, name: '宋体' }, alignment: { vertical: 'center' } }
const explanationStyle: CellStyle = { ...fixedStyle, border, numFmt: '@', protection: { locked: false } }
const hiddenStyle: CellStyle = { font: { size: 8, color: { rgb: 'FFFFFF' } } }

/** The checks of the form with what they come to while it is filled, and a place to explain. */
export function checkSheet(title: string, checks: readonly PacketCheck[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, cell: Partial<Cell>, style: CellStyle) =>
    cells.set(`${row},${column}`, { ...cell, style })
  put(0, 0, { value: `${title}审核` }, lockedTitle)
  put(1, 0, { value: notes }, remarkStyle)
  put(2, 0, { formula: countFormula(checks.length) }, countStyle)
  for (const [at, text] of headings.entries()) put(3, at, { value: text }, at === checkColumns.id ? {} : headStyle)
  for (const [index, one] of checks.entries()) {
    const row = FIRST_CHECK_ROW + index
    const { check, formulas } = one
    const shown = (formula: string | undefined): Partial<Cell> =>
      formula === undefined ? { value: null } : { formula }
    put(row, checkColumns.no, { value: checkNo(index) }, centredStyle)
    put(row, checkColumns.title, { value: check.title }, fixedStyle)
    put(row, checkColumns.severity, { value: check.severity }, centredStyle)
    put(row, checkColumns.verdict, verdictCell(one), centredStyle)
    put(row, checkColumns.left, shown(formulas?.left), fixedStyle)
    put(row, checkColumns.right, shown(formulas?.right), fixedStyle)
    put(row, checkColumns.explanation, { value: null }, check.severity === '核实' ? explanationStyle : fixedStyle)
    put(row, checkColumns.id, { value: check.id }, hiddenStyle)
  }
  const last = FIRST_CHECK_ROW + Math.max(1, checks.length)
  const blank: CellValue[] = headings.map(() => null)
  return {
    name: packetSheets.checks,
    cells,
    rows: Array.from({ length: last }, () => [...blank]),
    columns: widths.map((width, at) => (at === checkColumns.id ? { width, hidden: true } : { width })),
    rowDefs: new Map([
      [0, { height: 30 }],
      [1, { height: 48 }],
      [2, { height: 24 }],
      [3, { height: 32 }],
      ...checks.map(({ check }, index): [number, { height: number }] => [
        FIRST_CHECK_ROW + index,
        { height: heightOf([[check.title, widths[checkColumns.title] ?? 0]]) },
      ]),
    ]),
    merges: [0, 1, 2].map((row) => ({ startRow: row, endRow: row, startCol: 0, endCol: checkColumns.explanation })),
    conditionalRules: wrongIsRed(last),
    freezePane: { rows: FIRST_CHECK_ROW },
    protection: { ...openProtection, insertRows: false, deleteRows: false, sort: false },
    pageSetup: { ...onePageWide, orientation: 'landscape', printTitlesRow: `$${FIRST_CHECK_ROW}:$${FIRST_CHECK_ROW}` },
    headerFooter: pageNumbers,
  }
}

function verdictCell({ formulas }: PacketCheck): Partial<Cell> {
  return formulas === undefined ? { value: packetVerdicts.later } : { formula: formulas.verdict }
}

function countFormula(checks: number): string {
  const range = `$D$${FIRST_CHECK_ROW + 1}:$D$${FIRST_CHECK_ROW + Math.max(1, checks)}`
  const count = (word: string): string => `COUNTIF(${range},"${word}")`
  const { failed, owed, later } = packetVerdicts
  return `"不符 "&${count(failed)}&" 条，待填 "&${count(owed)}&" 条，上传后核对 "&${count(later)}&" 条"`
}

function wrongIsRed(last: number): NonNullable<WriteSheet['conditionalRules']> {
  const style: CellStyle = {
    font: { bold: true, color: { rgb: 'C00000' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FDE9E7' }, bgColor: { rgb: 'FDE9E7' } },
  }
  const range = `D${FIRST_CHECK_ROW + 1}:D${last}`
  return [
    {
      type: 'expression',
      priority: 1,
      formula: `$D${FIRST_CHECK_ROW + 1}="${packetVerdicts.failed}"`,
      range,
      style,
    },
  ]
}
