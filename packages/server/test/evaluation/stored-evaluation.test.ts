import type { RegisterRow } from '@eduduty/core/collection'
import { evaluateCounty, planPack } from '@eduduty/core/evaluation'
import type { Pack } from '@eduduty/core/packs'
import { expect, it } from 'vitest'
import { countyRows, row, type School, smallPack } from '../../../core/test/evaluation/small-county.ts'
import { evaluateStored } from '../../src/evaluation/evaluate-stored.ts'
import { planScans } from '../../src/evaluation/scan-registers.ts'
import { storeRows } from '../../src/evaluation/store-rows.ts'
import { unitPathIn } from '../../src/evaluation/unit-path.ts'
import type { Queries } from '../../src/platform/db/database.ts'
import { createRegisterTables } from '../../src/platform/db/registers/create-register-tables.ts'
import { testKeyring } from '../harness/doors.ts'
import { memoryDatabase, rolledBack } from '../harness/memory-database.ts'

const element = (id: string, formula: string, grain = 'county') => ({
  id,
  title: `值${id}`,
  grain,
  formula,
  zero_denominator: '不适用' as const,
})

/** Aggregates over register rows of every kind, at the county. */
const pack: Pack = {
  ...smallPack,
  // Books come from conversions of units in one of the cases.
  registers: smallPack.registers.map((register) => ({
    ...register,
    columns: register.columns.map((column) => (column.id === 'books' ? { ...column, type: 'number' } : column)),
  })),
  elements: [
    ...(smallPack.elements ?? []),
    element('sum_books', '合计(填报表.图书)'),
    element('big', '计数(填报表[小学学生数 > 100])'),
    element('mean_books', '平均(填报表.图书)'),
    element('most', '最大(填报表.图书) - 最小(填报表.图书)'),
    element('spread', '差异系数(填报表.图书, 填报表.小学学生数)'),
    element('share', '占比(填报表, 早年建成)'),
    element('each', '合计(填报表.图书) ÷ 合计(填报表.小学学生数)'),
    element('rows', '计数(填报表)'),
  ],
}
const plan = planPack(pack)
const frame = { packHash: 'p', runId: 'r', program: '0', county: { code: '990101', name: '云岭县' } }
const full: readonly School[] = [
  { code: 'A', primary: '100', books: '2500' },
  { code: 'B', primary: '300', books: '9000', more: { built_early: true } },
  { code: 'C', primary: '150', junior: '200', books: '6200' },
]

async function bothWays(
  queries: Queries,
  rows: readonly RegisterRow[],
  snapshot: string,
): Promise<readonly [string, string]> {
  const tables = await createRegisterTables(queries, pack.pack.id, pack.registers)
  const input = {
    pack,
    tables,
    pathOf: unitPathIn('990101', new Map()),
    county: '990101',
    snapshot,
    rows,
    sheets: new Map(),
    nameOf: (unit: string) => unit,
    now: new Date(0),
    keyring: testKeyring(),
  }
  await storeRows(queries, input)
  const figures = (county: ReturnType<typeof evaluateCounty>): string =>
    JSON.stringify([county.assessment().figures, county.assessment().verdict], null, 1)
  return [
    figures(await evaluateStored(queries, { ...frame, plan, snapshot })),
    figures(evaluateCounty({ ...frame, plan, rows, snapshot })),
  ]
}

const cases: readonly (readonly [string, readonly RegisterRow[]])[] = [
  ['everything is reported', countyRows(full)],
  ['a school has no form', countyRows([...full, { code: 'D', primary: '90', silent: true }])],
  ['a cell is empty', countyRows([...full, { code: 'D', primary: '90' }])],
  [
    'a form is a stranger’s',
    [
      ...countyRows(full),
      ...countyRows([{ code: 'Z', primary: '500', books: '1' }]).filter((row) => row.register === 'form'),
    ],
  ],
  ['a hard check fails', countyRows([...full, { code: 'D', primary: '90', books: '0' }])],
  [
    'a form was refused, a cell was refused, and a form has no code',
    [
      ...countyRows([...full, { code: 'D', primary: '90', silent: true }]),
      { ...row('form', { code: 'D' }), refused: { row: '报了 2 份且不一致（a.xlsx、b.xlsx）' } },
      ...countyRows([{ code: 'E', primary: '70' }]).map((one) => ({ ...one, refused: { cells: { books: '约500' } } })),
      { ...row('form', { books: '900' }), refused: { row: 'a.xlsx“表”B9' } },
    ],
  ],
  [
    'the register of units has a row without a code',
    [...countyRows(full), { ...row('roster', { name: '丁' }), refused: { row: '名册.xlsx“表”A9' } }],
  ],
  [
    'a number is a fraction',
    countyRows([...full, { code: 'D', primary: '90', books: '10000/3' }], { spending: '1/3' }),
  ],
  ['there are two years', [...countyRows(full.slice(1), {}, 2024), ...countyRows(full)]],
]

it('asks the database for sums over registers in one scan', () => {
  expect(planScans(plan).map((scan) => [scan.grain, scan.register.id, scan.plans.length >= 8])).toEqual([
    ['county', 'form', true],
  ])
})

it.each(cases)('gives the same figures from the database as from the rows: %s', async (name, rows) => {
  await rolledBack(await memoryDatabase(), async (queries) => {
    const [stored, plain] = await bothWays(queries, rows, `${cases.findIndex(([other]) => other === name)}`.repeat(64))
    expect(JSON.parse(stored)).toEqual(JSON.parse(plain))
  })
})
