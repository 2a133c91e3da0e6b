import type { CountyFinding } from '@eduduty/core/collection'
import { writeXlsxStream } from 'hucre/xlsx'
import { printableText } from '../../platform/printable-text.ts'

const levels = { hard: '强制', soft: '核实', note: '提示' } as const

const columns: readonly { readonly title: string; readonly width: number; text(finding: CountyFinding): string }[] = [
  { title: '序号', width: 7, text: (finding) => String(finding.no) },
  { title: '级别', width: 7, text: (finding) => levels[finding.level] },
  { title: '种类', width: 9, text: (finding) => finding.kind },
  { title: '乡镇', width: 14, text: (finding) => finding.township },
  { title: '单位', width: 28, text: (finding) => finding.unit_name },
  { title: '单位代码', width: 14, text: (finding) => finding.unit },
  { title: '表名', width: 22, text: (finding) => finding.register_title },
  { title: '核对规则', width: 30, text: (finding) => finding.check_title },
  { title: '问题', width: 70, text: (finding) => finding.message },
  { title: '一边', width: 24, text: ({ left }) => (left === undefined ? '' : `${left.label} ${left.value}`) },
  { title: '另一边', width: 24, text: ({ right }) => (right === undefined ? '' : `${right.label} ${right.value}`) },
  { title: '相差', width: 12, text: (finding) => finding.difference ?? '' },
]

/** What a county check found, as a table in parts; every cell is text. */
export async function* countyCheckFile(findings: AsyncIterable<CountyFinding>): AsyncGenerator<Uint8Array> {
  const stream = writeXlsxStream(lines(findings), {
    name: '全县核对',
    columns: columns.map(({ width }) => ({ width })),
    freezePane: { rows: 1 },
  })
  const reader = stream.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
}

async function* lines(findings: AsyncIterable<CountyFinding>): AsyncGenerator<string[]> {
  yield columns.map(({ title }) => title)
  for await (const finding of findings) yield columns.map((column) => printableText(column.text(finding)))
}
