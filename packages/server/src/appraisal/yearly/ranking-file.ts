import { appraisalStates, type Ranking } from '@eduduty/core/appraisal'
import type { CellOutput, Grid, PlacedCell } from '@eduduty/core/documents'
import { writeWorkbook } from '../../platform/xlsx/write-workbook.ts'
import { nameOfSet } from './publish-ranking.ts'

const heads = ['名次', '并列', '单位', '得分', '各项得分', '加分', '扣分', '等次', '状态', '通知书文号'] as const
const widths = [7, 20, 24, 10, 10, 8, 8, 10, 10, 24]
const openHeads = ['单位', '状态', '没有名次的原因'] as const
const openWidths = [24, 12, 70]
const numbers: ReadonlySet<number> = new Set([0, 3, 4, 5, 6])

/** The ranking as a workbook: those ranked, and on a sheet of their own those that are not. `date`: YYYY-MM-DD. */
export function rankingFile(ranking: Ranking, date: string): Promise<Uint8Array> {
  const rows = ranking.rows.map((row) => [
    String(row.rank),
    row.tied.length === 0 ? '' : `与${row.tied.join('、')}并列`,
    ...[row.unit, row.points, row.earned, row.additions, row.deductions, row.grade],
    ...[appraisalStates[row.state], row.letter ?? ''],
  ])
  const open = ranking.unranked.map(({ unit, state, why }) => [
    unit,
    state === undefined ? '' : appraisalStates[state],
    why,
  ])
  const title = `${nameOfSet(ranking)}排名`
  const sheets = [
    { name: '排名', orientation: 'landscape' as const, widths, grid: gridOf([heads, ...rows], numbers) },
    ...(open.length === 0
      ? []
      : [
          {
            name: '没有名次的',
            orientation: 'landscape' as const,
            widths: openWidths,
            grid: gridOf([openHeads, ...open]),
          },
        ]),
  ]
  return writeWorkbook({ file: '', title, header: headerOf(title, ranking), sheets }, date)
}

function headerOf(title: string, { full, is_unverified: isUnverified, published }: Ranking): string {
  const parts = [
    `${title}（满分 ${full} 分；先按等次，同一等次按得分）`,
    ...(isUnverified ? ['分值未核实'] : []),
    published === undefined ? '未发布' : `${published.document_no} ${published.dated_on} 发布`,
  ]
  return parts.join('　')
}

function outputOf(text: string, isNumber: boolean): CellOutput {
  if (text === '') return { kind: 'empty' }
  return isNumber ? { kind: 'number', text, decimals: text.split('.')[1]?.length ?? 0 } : { kind: 'text', text }
}

function gridOf(rows: readonly (readonly string[])[], asNumbers: ReadonlySet<number> = new Set()): Grid {
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column): PlacedCell => {
      const isNumber = row > 0 && asNumbers.has(column) && /^-?\d+(\.\d+)?$/.test(text)
      return {
        row,
        column,
        rowspan: 1,
        colspan: 1,
        shaded: false,
        figures: [],
        output: outputOf(text, isNumber),
        align: row === 0 ? 'center' : isNumber ? 'right' : 'left',
        bold: row === 0,
      }
    }),
  )
  return { cells, roles: rows.map((_, row) => (row === 0 ? 'header' : 'body')), columns: rows[0]?.length ?? 0 }
}
