import { planReading, type RegisterRow } from '@eduduty/core/collection'
import { checkDigitOf } from '@eduduty/core/identity'
import type { CodeList, Pack, Register } from '@eduduty/core/packs'
import { openTable } from '../../src/collection/stream/open-table.ts'
import { openRows } from '../../src/platform/workbooks/streaming/open-rows.ts'
import type { StreamedCells } from '../../src/platform/workbooks/streaming/scan-row.ts'

const codes: readonly CodeList[] = [
  {
    id: 'kinds',
    title: '学校类别',
    codes: [
      { code: '1', title: '小学', synonyms: ['完全小学'] },
      { code: '2', title: '初中' },
    ],
  },
]

export const roster: Register = {
  id: 'pupils',
  title: '在校学生名册',
  row_is: '一名学生',
  period: '学年',
  reporter: '学校',
  columns: [
    { id: 'id_number', title: '身份证号', type: 'text', required: true, dimension: 'pupil', personal: 'identity' },
    { id: 'name', title: '姓名', type: 'text', required: true, personal: 'name' },
    { id: 'kind', title: '学校类别', type: 'code', codes: 'kinds', required: true },
    { id: 'born_on', title: '出生日期', type: 'date' },
    { id: 'distance', title: '家校距离', type: 'number', unit: '公里' },
    { id: 'siblings', title: '兄弟姐妹数', type: 'integer', unit: '人', max: '20' },
    { id: 'rate', title: '到课率', type: 'number' },
    { id: 'boards', title: '是否住校', type: 'boolean', required: true },
  ],
}

export const rosterPack: Pack = {
  pack: {
    id: 'roster-test',
    version: '1.0.0',
    title: '名册',
    issuer: '测试',
    document: '测试',
    scope: '测试',
    since: '2020-01-01',
    licence: 'Apache-2.0',
  },
  dimensions: [{ id: 'pupil', title: '学生', kind: 'values' }],
  registers: [roster],
  codes: [...codes],
  indicators: [],
  checks: [
    {
      id: 'near_boarder',
      title: '住校生家校距离',
      register: 'pupils',
      rule: '非 是否住校 或 家校距离 ≥ 1',
      severity: '核实',
      message: '住校生家校距离只有{家校距离|1}公里，请核实',
      columns: ['distance'],
    },
  ],
}

export const rosterPlan = planReading([roster], codes)
export const HEADINGS = [
  '序号',
  '身份证号',
  '姓名',
  '学校类别',
  '出生日期',
  '家校距离（米）',
  '兄弟姐妹数',
  '到课率（%）',
  '是否住校',
]

/** An invented number; the area 9901xx does not exist. */
export function idNumber(at: number): string {
  const first = `9901${String(at % 90).padStart(2, '0')}2013${String((at % 12) + 1).padStart(2, '0')}05${String(Math.floor(at / 90) % 1000).padStart(3, '0')}`
  return first + checkDigitOf(first)
}

/** Reads a file row by row as the reading thread does, here on this thread: what came of each sheet. */
export async function readStreamed(path: string, name: string, year: number) {
  const { sheets } = await openRows(path, name)
  const rows: unknown[] = []
  const findings: unknown[] = []
  for (const sheet of sheets) {
    const all: StreamedCells[] = []
    for await (const block of sheet.rows()) all.push(...block)
    const request = { file: name, register: roster, plan: rosterPlan, year, isSealing: false }
    const { streams, findings: first } = openTable(
      sheet,
      all.filter((row) => row.index < 200),
      request,
    )
    findings.push(...first)
    for (const stream of streams) {
      for (const row of all) {
        const read = stream.read(row.index, row.cells, row.hidden)
        if (read.otherTable !== undefined) return { rows, findings, otherTable: read.otherTable }
        if (read.row !== undefined) rows.push(plainRow(read.row))
        findings.push(...read.findings)
      }
      findings.push(...stream.finish().findings)
    }
  }
  return { rows, findings, otherTable: undefined }
}

/** A row with the addresses of its cells, as plain data. */
export function plainRow(row: RegisterRow): unknown {
  const { source, ...plain } = row
  const cells = Object.fromEntries(roster.columns.map(({ id }) => [id, source.cellOf(id)]))
  return { ...plain, file: source.file, sheet: source.sheet, row: source.row, cells }
}
