import type { CellContent, Sheet, SheetCell } from '@eduduty/core/collection'
import type { Workbook } from 'hucre'
import { isExplanation } from './explanation.ts'

type HucreSheet = Workbook['sheets'][number]
type HucreValue = HucreSheet['rows'][number][number]

const ERROR_TEXT = /^#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!|ERR!|SPILL!|CALC!|GETTING_DATA)$/

/** Sheets of the library as sheets of ours. Only cached results of formulas are read; nothing is evaluated. */
export function sheetsFrom(workbook: Workbook): readonly Sheet[] {
  return workbook.sheets.map(sheetFrom)
}

function sheetFrom(sheet: HucreSheet): Sheet {
  const computed = new Set<string>()
  const errors = new Set<string>()
  const percents = new Set<string>()
  for (const [key, cell] of sheet.cells ?? []) {
    if (cell.formula !== undefined) computed.add(key)
    if (cell.type === 'error') errors.add(key)
    if (cell.style?.numFmt?.includes('%') === true) percents.add(key)
  }
  const hasMarks = computed.size + errors.size + percents.size > 0
  const rows = Array.from(sheet.rows, (row, at) =>
    Array.from(row ?? [], (value, column): SheetCell | undefined => {
      const key = hasMarks ? `${at},${column}` : ''
      const content = contentOf(value, errors.has(key))
      if (content === undefined) return undefined
      if (!hasMarks) return { content }
      return {
        content,
        ...(computed.has(key) ? { computed: true } : {}),
        ...(percents.has(key) && content.kind === 'number' ? { percent: true } : {}),
      }
    }),
  )
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    merges: (sheet.merges ?? []).map((merge) => ({
      top: merge.startRow,
      left: merge.startCol,
      bottom: merge.endRow,
      right: merge.endCol,
    })),
    hiddenRows: new Set([...(sheet.rowDefs ?? [])].filter(([, row]) => row.hidden === true).map(([at]) => at)),
    hiddenColumns: new Set((sheet.columns ?? []).flatMap((column, at) => (column?.hidden === true ? [at] : []))),
  }
}

function contentOf(value: HucreValue | undefined, isError: boolean): CellContent | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'number') return { kind: 'number', text: String(value) }
  if (typeof value === 'boolean') return { kind: 'truth', truth: value }
  if (typeof value === 'string' && isExplanation(value)) return undefined
  if (typeof value === 'string')
    return isError || ERROR_TEXT.test(value) ? { kind: 'error', text: value } : { kind: 'text', text: value }
  return { kind: 'date', date: isoDate(value), serial: String(value.getTime() / 86_400_000 + 25_569) }
}

function isoDate(value: Date): string {
  return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
}
