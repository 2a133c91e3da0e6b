import { expect, it } from 'vitest'
import { type GatheredRun, gatheredColumn, gatherRows, takenOf } from '../../src/evaluation/index.ts'
import type { Gathering, Pack } from '../../src/packs/index.ts'

const basis = { document: '虚构' }
const pack: Pack = {
  pack: {
    id: 'a-city',
    version: '0.1.0',
    title: '某市',
    issuer: '虚构',
    document: '虚构',
    scope: '市',
    since: '2020-01-01',
    licence: 'Apache-2.0',
  },
  dimensions: [{ id: 'part', title: '县代码', kind: 'unit' }],
  registers: [
    {
      id: 'parts',
      title: '名册',
      row_is: '一个县',
      period: '自然年',
      reporter: '市',
      columns: [
        { id: 'code', title: '代码', type: 'text', dimension: 'part' },
        { id: 'name', title: '名称', type: 'text' },
      ],
    },
    {
      id: 'results',
      title: '结果',
      row_is: '一个县',
      period: '自然年',
      reporter: '市',
      columns: [
        { id: 'of', title: '县', type: 'text', dimension: 'part' },
        { id: 'called', title: '县名', type: 'text' },
        { id: 'money', title: '经费', type: 'number', unit: '万元' },
        { id: 'pupils', title: '学生', type: 'integer', unit: '人' },
        { id: 'unmet', title: '未达标', type: 'text' },
      ],
    },
  ],
  indicators: [],
}
const rule: Gathering = {
  id: 'runs',
  title: '各县结果',
  level: '县',
  packs: ['a-county'],
  members: { register: 'parts', code: 'code', name: 'name' },
  results: {
    register: 'results',
    code: 'of',
    name: 'called',
    columns: [
      { column: 'money', take: '数值', of: 'spending' },
      { column: 'pupils', take: '数值', of: 'pupils' },
      { column: 'unmet', take: '未达标项目' },
    ],
  },
}
const node = (id: string, unit: string) => ({
  id,
  kind: 'element' as const,
  title: id,
  grain: 'county',
  unit,
  formula: {},
  basis,
})
const run = (value: string | undefined): GatheredRun => ({
  run: 'r1',
  assessment: {
    verdict: { title: '结论', state: 'met', text: '达标', reasons: [], deciding: [] },
    sections: [],
    nodes: [node('spending', '万元'), node('pupils', '名')],
  },
  figures: new Map([
    [
      'spending',
      {
        id: 'spending@county',
        node: 'spending',
        subject: 'county',
        status: value === undefined ? ('missing' as const) : ('known' as const),
        shown: value ?? '未报',
        ...(value !== undefined && { value }),
      },
    ],
    [
      'pupils',
      { id: 'pupils@county', node: 'pupils', subject: 'county', status: 'known' as const, shown: '5', value: '5' },
    ],
  ]),
})
const results = pack.registers[1]

it('a row for each that has to hand up, one with its result for each that has; exact fractions stay exact', () => {
  const rows = gatherRows(pack, rule, [
    { code: '990121', name: '甲县', year: 2025, run: run('100/3') },
    { code: '990122', name: '乙县', year: 2025 },
  ])
  expect(rows.map(({ register, values }) => [register, values])).toEqual([
    ['parts', { code: '990121', name: '甲县' }],
    ['parts', { code: '990122', name: '乙县' }],
    ['results', { of: '990121', called: '甲县', money: '100/3' }],
  ])
})

it('what a run does not have is left out and said why: not reported, or in another unit; it never becomes zero', () => {
  if (results === undefined) throw new Error('no register')
  const taken = new Map(takenOf(rule, results, run(undefined)).map((one) => [one.column, one]))
  expect(taken.get('money')).toEqual({ column: 'money', lacking: '下级评估为“未报”' })
  expect(taken.get('pupils')?.lacking).toContain('单位是“名”')
  expect(taken.get('unmet')).toEqual({ column: 'unmet', shown: '没有' })
})

it('a cell leads back to its column', () => {
  if (results === undefined) throw new Error('no register')
  const [, , row] = gatherRows(pack, rule, [
    { code: '990121', name: '甲县', year: 2025, run: run('1') },
    { code: '990122', name: '乙县', year: 2025 },
  ])
  const cell = row?.source.cellOf('money') ?? ''
  expect(cell).toBe('B3')
  expect(gatheredColumn(results, cell)?.id).toBe('money')
  expect(gatheredColumn(results, 'C3')).toBeUndefined()
})
