import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluateCounty, planPack } from '@eduduty/core/evaluation'
import { beforeAll, expect, it } from 'vitest'
import { assessFolder } from '../../src/evaluation/assess-folder.ts'
import { evaluateStored } from '../../src/evaluation/evaluate-stored.ts'
import { storeRows } from '../../src/evaluation/store-rows.ts'
import { unitPathIn } from '../../src/evaluation/unit-path.ts'
import { type LoadedPack, readPack } from '../../src/packs/index.ts'
import { createRegisterTables } from '../../src/platform/db/registers/create-register-tables.ts'
import { silentProgress } from '../../src/platform/progress.ts'
import { testKeyring } from '../harness/doors.ts'
import { memoryDatabase, rolledBack } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

/** One table is all there is: it says which schools there are, and what they have. */
const pack = `pack: { id: one-table, version: 1.0.0, title: 一张表, issuer: 测试, document: 测试, scope: 县, since: 2020-01-01, licence: CC0-1.0 }
dimensions: [{ id: school, title: 学校代码, kind: unit }]
grains: [{ id: school, title: 学校, dimensions: [school], from: table, label: name }]
registers:
  - id: table
    title: 统计表
    row_is: 一所学校
    period: 学年
    reporter: 县教育局
    columns:
      - { id: code, title: 学校代码, type: text, dimension: school, required: true, pattern: { regex: '^[0-9]{4}$', says: 4 位数字 } }
      - { id: name, title: 学校名称, type: text, required: true }
      - { id: pupils, title: 学生人数, type: integer, unit: 人, required: true, min: '0' }
      - { id: land, title: 占地面积, type: number, unit: 平方米, required: true, min: '0' }
indicators:
  - id: land_total
    title: 全县占地
    grain: county
    unit: 平方米
    formula: 合计(统计表.占地面积)
    standard: ≥ 10000 平方米
    missing: 待定
    basis: { document: 测试 }
    verified: { grade: A }
  - id: land_each
    title: 生均占地
    grain: school
    unit: 平方米/人
    formula: 统计表.占地面积 ÷ 统计表.学生人数
    standard: ≥ 20 平方米/人
    missing: 待定
    zero_denominator: 不适用
    basis: { document: 测试 }
    verified: { grade: A }
sections: [{ id: all, title: 全部, items: [land_total, land_each] }]
verdict: { title: 总体, formula: 全部, met: 达标, unmet: 未达标 }
`
const root = temporaryFolder()
let loaded: LoadedPack

beforeAll(async () => {
  mkdirSync(join(root, 'pack'), { recursive: true })
  writeFileSync(join(root, 'pack/pack.yaml'), pack)
  const { loaded: read, problems } = await readPack(join(root, 'pack'), root)
  if (read === undefined) throw new Error(problems.map(({ message }) => message).join())
  loaded = read
})

/** Assesses a folder with one table, then evaluates again what a database keeps of it. */
async function assess(...lines: readonly string[]) {
  const folder = join(root, `in-${lines.join().replace(/\W/g, '')}`)
  mkdirSync(folder, { recursive: true })
  const text = ['2025年统计表', '学校代码,学校名称,学生人数,占地面积（亩）', ...lines, ''].join('\n')
  writeFileSync(join(folder, '表.csv'), text)
  const input = { folder, shownFolder: folder, pack: loaded, thisYear: 2025 }
  const { county, read } = await assessFolder(input, silentProgress)
  const plan = planPack(loaded.pack)
  const frame = { plan, packHash: 'p', snapshot: 's'.repeat(64), runId: 'r', program: '0', county: county.county }
  const plain = evaluateCounty({ ...frame, rows: read.rows })
  await rolledBack(await memoryDatabase(), async (queries) => {
    const nameOf = (unit: string) => unit
    const rest = {
      county: county.county.code,
      rows: read.rows,
      sheets: new Map(),
      nameOf,
      now: new Date(0),
      keyring: testKeyring(),
    }
    const tables = await createRegisterTables(queries, loaded.pack.pack.id, loaded.pack.registers)
    const pathOf = unitPathIn(rest.county, new Map())
    await storeRows(queries, { pack: loaded.pack, tables, pathOf, snapshot: frame.snapshot, ...rest })
    const stored = await evaluateStored(queries, frame)
    expect(stored.assessment().figures).toEqual(plain.assessment().figures)
  })
  return { county, state: county.assessment().verdict.state }
}

const good = ['1001,东小,100,5', '1002,西小,100,5', '1003,北小,100,5']

it('three times 5 亩 are 10000 平方米, also from the database', async () => {
  const { county, state } = await assess(...good)
  expect(county.figure('land_total', 'county')).toMatchObject({ value: '10000', state: 'met' })
  expect(county.figure('land_each', '1001')?.value).toBe('100/3')
  expect(state).toBe('met')
})

it.each([
  ['entered twice with different numbers', ['1004,南小,900,1', '1004,南小,901,1'], '南小的统计表报了 2 份且不一致'],
  ['without a code', [',南小,900,1'], '统计表有 1 行因学校代码无效未采用：表.csv'],
  ['with a bad code', ['10O4,南小,900,1'], '统计表有 1 行因学校代码无效未采用：表.csv'],
])('a school %s does not vanish from the county', async (_, lines, because) => {
  const { county, state } = await assess(...good, ...lines)
  expect(county.figure('land_total', 'county')?.causes?.[0]?.message).toContain(because)
  expect(state).not.toBe('met')
})
