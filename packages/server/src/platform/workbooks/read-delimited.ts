import type { CellContent, Sheet, SheetCell } from '@eduduty/core/collection'
import { parse } from 'csv-parse/sync'
import { isExplanation } from './explanation.ts'
import { LIMITS } from './limits.ts'
import { FileRefused } from './refusal.ts'

/** Letters of a line beyond which its quotes cannot be in pairs. */
export const LONGEST_RECORD = 1_000_000

/** Reads delimited text as one sheet of text cells. The delimiter is the one that splits the first lines most evenly. */
export function readDelimited(text: string, name: string): Sheet {
  if (text.length > LIMITS.csvBytes) throw new FileRefused('too_large', '文本文件太大', '拆成几个文件')
  const delimiter = findDelimiter(text.slice(0, 20_000))
  const records = parseRecords(text, delimiter)
  let cells = 0
  const rows = records.map((record) => {
    cells += record.length
    if (cells > LIMITS.cells) throw new FileRefused('too_many_cells', `超过 ${LIMITS.cells} 个单元格`, '拆成几个文件')
    return record.map(delimitedCell)
  })
  return { name, hidden: false, rows, merges: [], hiddenRows: new Set(), hiddenColumns: new Set() }
}

function parseRecords(text: string, delimiter: string): string[][] {
  const options = {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
  }
  try {
    return parse(text, options)
  } catch {
    throw unpairedQuotes()
  }
}

export function unpairedQuotes(): FileRefused {
  return new FileRefused('broken_file', '文本表格的引号不成对，读不出行列', '用 WPS 打开，核对后另存为 .xlsx')
}

/** The sign that splits the first lines most evenly. */
export function findDelimiter(sample: string): string {
  const lines = sample
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of [',', '\t', ';', '|', '，']) {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const score =
      counts.filter((count) => count > 0).length * 1000 + Math.min(...counts.filter((count) => count > 0), 500)
    if (counts.some((count) => count > 0) && score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** The cell that a field of a delimited text stands for. */
export function delimitedCell(field: string): SheetCell | undefined {
  return field === '' || isExplanation(field) ? undefined : { content: contentOf(unwrap(field)) }
}

/** A csv file has no cell types: what is written as a plain number, without leading zeros, is one. */
function contentOf(field: string): CellContent {
  const isNumber = field.length <= 16 && /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(field)
  return isNumber ? { kind: 'number', text: field } : { kind: 'text', text: field }
}

/** Systems protect long codes in csv as ="0123…" or with a leading tab. */
function unwrap(field: string): string {
  return field.startsWith('="') ? (/^="(.*)"$/.exec(field)?.[1] ?? field) : field
}
