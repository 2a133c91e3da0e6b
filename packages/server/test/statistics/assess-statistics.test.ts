import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Assessment } from '@eduduty/core/evaluation'
import { Value } from 'typebox/value'
import { beforeAll, expect, test } from 'vitest'
import { openWorkbookReader } from '../../src/platform/workbooks/workbook-reader.ts'
import { makeFolder } from '../collection/corpus.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { putCounty } from './county-folder.ts'

const folder = makeFolder()
const out = join(folder.path, 'out')
let assessment: Assessment

beforeAll(async () => {
  await putCounty((name, content) => folder.put(`data/${name}`, content))
  await runInProcess(folder.path, ['assess', 'data', '--out', 'out'])
  const document: unknown = JSON.parse(readFileSync(join(out, 'assessment.json'), 'utf8'))
  if (!Value.Check(Assessment, document)) throw new Error('assessment.json does not fit its schema')
  assessment = document
})

const figure = (node: string, school: string, stage: string) =>
  assessment.figures.find((one) => one.node === node && one.subject.includes(school) && one.subject.includes(stage))

const SEVEN = [
  'qualified_per_100',
  'backbone_per_100',
  'arts_per_100',
  'room_area_per_pupil',
  'sport_area_per_pupil',
  'equipment_per_pupil',
  'multimedia_per_100',
]

test('the seven resource indicators of both schools are computed though nobody typed their items', () => {
  for (const [school, stage] of [
    ['2199000001', '小学'],
    ['2199000002', '小学'],
    ['2199000002', '初中'],
  ] as const)
    expect(SEVEN.map((node) => [node, figure(node, school, stage)?.status])).toEqual(
      SEVEN.map((node) => [node, 'known']),
    )
  // 51+3+11 of 1200 pupils as filled; 13 backbone teachers of 1198 as the statistics of the other school have it.
  expect(figure('qualified_per_100', '2199000001', '小学')?.shown).toBe('5.42')
  expect(figure('backbone_per_100', '2199000002', '小学')?.shown).toBe('1.09')
  expect(figure('arts_per_100', '2199000002', '初中')?.shown).toBe('1.31')
  // (6120.5 − 480) ÷ (1198 + 1.1 × 612) for a pupil of the primary stage.
  expect(figure('room_area_per_pupil', '2199000002', '小学')?.shown).toBe('3.01')
})

test('the filled number of pupils stands, and the difference is said on its cell', () => {
  const differing = assessment.findings.filter(({ code }) => code === 'statistics_differs')
  expect(differing).toMatchObject([
    { level: 'check', file: '填报/第一小学.csv', cell: 'D12', column: 'primary_pupils', unit_name: '样例县第一小学' },
  ])
  expect(differing[0]?.message).toContain(
    '填报为1200人，教育事业统计为1198人（教基/第一小学.xlsx 教基3112 I6），相差2人',
  )
})

test('a figure goes back to the cell of the statistics sheet', () => {
  const book: unknown = JSON.parse(readFileSync(join(out, 'trace.json'), 'utf8'))
  expect(JSON.stringify(book)).toContain('{"file":"教基/第一小学.xlsx","sheet":"教基5176","cell":"D19"}')
})

test('no sheet of the statistics is taken for a form, and none is said to be unknown', () => {
  expect(
    assessment.findings.filter(({ file = '', code }) => file.startsWith('教基/') && code !== 'taken_from_statistics'),
  ).toEqual([])
})

test('the comparison lies beside the other results as workbook and data', async () => {
  expect(readdirSync(out)).toEqual(expect.arrayContaining(['教育事业统计核对.xlsx', '教育事业统计核对.json']))
  const reader = openWorkbookReader()
  const read = await reader.read(join(out, '教育事业统计核对.xlsx'), '核对.xlsx')
  await reader.close()
  if (read.refused !== undefined) throw new Error(read.refused.message)
  expect(read.sheets.map(({ name }) => name)).toEqual(['汇总', '不一致', '逐项'])
  const texts = (sheet: number) =>
    read.sheets[sheet]?.rows.map((row) =>
      row.map((cell) => (cell?.content.kind === 'truth' ? '' : (cell?.content ?? ''))),
    )
  expect(JSON.stringify(texts(1))).toContain('小学学生人数')
  expect(read.sheets[1]?.rows).toHaveLength(4)
})
