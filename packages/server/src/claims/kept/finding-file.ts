import {
  type FindingMark,
  findingGrades,
  findingKinds,
  type KeptText,
  markStates,
  type ReportFinding,
} from '@eduduty/core/claims'
import { textGrid } from '@eduduty/core/documents'
import { writeReport } from '../../platform/docx/write-report.ts'
import { writeWorkbook } from '../../platform/xlsx/write-workbook.ts'
import type { CheckResult, EntryRow } from './check-row.ts'

interface Found {
  readonly row: EntryRow
  readonly content: KeptText
  readonly result: CheckResult
  readonly marks: readonly FindingMark[]
}

const heads = ['序号', '结论', '种类', '位置', '原句', '核对', '可能应为', '处理'] as const
/** Of a sheet on its side, and of an upright page. */
const widths = { xlsx: [6, 9, 11, 14, 48, 48, 26, 24], docx: [6, 12, 12, 13, 30, 30, 17, 17] } as const

/** The findings of a check as a list to be handed on. */
export async function findingFile(format: 'xlsx' | 'docx', found: Found): Promise<Uint8Array> {
  const { row, result } = found
  const date = row.checked_at.slice(0, 10)
  const title = `${row.title}·数字核对问题清单`
  const lines = result.check.findings.map((finding, at) => lineOf(finding, at, found))
  const grid = textGrid([heads, ...lines], { alignOf: (column) => (column < 3 ? 'center' : 'left') })
  if (format === 'docx') {
    const sentences = [{ text: summaryOf(row), figures: [], priority: 0 }]
    const blocks = [
      { kind: 'paragraph', sentences } as const,
      ...(grid.roles.length > 1
        ? [{ kind: 'table', title: '问题', widths: widths.docx, grid, flows: true } as const]
        : []),
    ]
    const model = { file: '', title, addressee: undefined, signer: undefined, date: undefined }
    return writeReport({ ...model, blocks, characters: 0, dropped: 0 }, date)
  }
  const sheet = { name: '问题清单', orientation: 'landscape' as const, widths: widths.xlsx, grid }
  return writeWorkbook({ file: '', title, header: summaryOf(row), sheets: [sheet] }, date)
}

function summaryOf(row: EntryRow): string {
  const against = row.run_id === null ? '' : `与“${row.run_title}”核对，`
  return `${against}读出${row.numbers}个数，${row.confirmed}个有印证；有误${row.wrong}处，存疑${row.doubtful}处，无法核对${row.uncheckable}处。`
}

function lineOf(finding: ReportFinding, at: number, { marks }: Found): readonly string[] {
  const place = finding.at.row === undefined ? '' : `表格第${finding.at.row}行第${finding.at.column}列`
  const [likely] = finding.corrections
  const mark = marks.findLast((one) => one.finding === at)
  return [
    String(at + 1),
    findingGrades[finding.grade],
    findingKinds[finding.kind] ?? '',
    `第${finding.at.paragraph}段${place}`,
    finding.sentence.replace(/\s+/g, ' ').trim(),
    finding.computation,
    likely === undefined ? '' : `${likely.from} → ${likely.to}`,
    mark === undefined ? '' : `${markStates[mark.state]}（${mark.by}）${mark.note}`,
  ]
}
