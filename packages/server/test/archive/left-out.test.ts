import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openUnit } from '../../src/organizations/index.ts'
import { keepRun } from '../evaluation/kept-run.ts'
import { writeSmallFolder } from '../evaluation/small-folder.ts'
import { systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { type ArchiveCounty, openArchiveCounty } from './archive-county.ts'

const root = temporaryFolder()
const stage = `indicators:
  - id: stage_books
    title: 学段图书
    grain: school_stage
    formula: 图书表.图书册数
    unit: 册
    standard: ≥ 1
    missing: 待定
    basis: { document: 测试〔2020〕1号 }
    verified: { grade: A }
    evidence: [{ id: shelf, title: 图书室登记 }]
`
let county: ArchiveCounty
let catalogue = ''

/** A pack that leaves large schools out, and by which only 东小 has a stage. */
function writeFolder(): void {
  writeSmallFolder(root, [
    { code: '2199000001', name: '东小', pupils: '100', books: '9000' },
    { code: '2199000002', name: '西小', pupils: '300', books: '9000' },
    { code: '2199000004', name: '北小', pupils: '120', books: '9000' },
  ])
  const path = join(root, 'pack', 'pack.yaml')
  const pack = readFileSync(path, 'utf8')
    .replace('kind: unit }', 'kind: unit }\n  - { id: stage, title: 学段, kind: values, values: [小学] }')
    .replace(
      'from: roster, label: name }',
      `from: roster, label: name, exclusions: [{ id: large, when: 图书表.学生人数 > 250, reason: 大校另行评估 }] }
  - { id: school_stage, title: 学段, dimensions: [school, stage], from: roster, label: name, exists: { 小学: '学校名称 = "东小"' } }`,
    )
    .replace('    missing: 待定', '    missing: 待定\n    evidence: [{ id: proof, title: 采购凭证 }]')
    .replace('indicators:\n', stage)
  writeFileSync(path, pack)
}

beforeAll(async () => {
  const db = await memoryDatabase()
  county = await openArchiveCounty(db, temporaryFolder())
  writeFolder()
  await testDoor(db, () => county.clock.now).write(systemIn(), async (ctx) => {
    for (const [unitId, code] of [
      ['S91', '2199000001'],
      ['S92', '2199000002'],
      ['S94', '2199000004'],
    ] as const)
      await openUnit(ctx, { unitId, kind: 'school', name: unitId, parentPath: testPath, openedOn: '2010-01-01', code })
  })
})
afterAll(async () => {
  await county.close()
  await closeMemoryDatabase()
})

const opened = async (year: number): Promise<void> => {
  const body = { county: testCounty, pack: 'small-books', year, title: '图书' }
  catalogue = String((await county.office.post('/catalogues', body)).body.catalogue)
}

const needs = async (title: string) => {
  const list = await county.office.get<{ needs: { unit: string; title: string; state: string; because: string }[] }>(
    `/catalogues/${testCounty}/${catalogue}/needs?limit=200`,
  )
  return new Map(list.needs.filter((one) => one.title === title).map((one) => [one.unit, one]))
}

describe('a unit that the evaluation leaves out', () => {
  it('owes what everybody owes while nothing is evaluated', async () => {
    await keepRun(root, '2026-03-01T00:00:00Z')
    await opened(2024)
    expect((await needs('采购凭证')).get('S92')?.state).toBe('missing')
  })

  it('is spared the materials of what it is left out of, with the reason of the pack; others are not', async () => {
    await opened(2025)
    const all = await needs('采购凭证')
    expect(all.get('S92')).toMatchObject({
      state: 'spared',
      because: '大校另行评估；2025年度的评估不列入本单位',
    })
    expect(all.get('S91')?.state).toBe('missing')
    expect(all.get('S94')?.state).toBe('missing')
  })

  it('is spared those of its stages too where it has none; a unit that counts and has no such stage is asked as before', async () => {
    const all = await needs('图书室登记')
    expect(all.get('S92')).toMatchObject({ state: 'spared', because: '大校另行评估；2025年度的评估不列入本单位' })
    expect(all.get('S91')?.state).toBe('missing')
    expect(all.get('S94')?.state).toBe('missing')
  })

  it('is not asked', async () => {
    const ids = [...(await needs('采购凭证')).values()].filter(({ unit }) => unit === 'S92')
    expect(ids).toHaveLength(1)
    const list = await county.office.get<{ needs: { need: string; unit: string }[] }>(
      `/catalogues/${testCounty}/${catalogue}/needs?limit=200`,
    )
    const asked = await county.office.post(`/needs/${testCounty}/requests`, {
      needs: list.needs.filter(({ unit }) => unit === 'S92').map(({ need }) => need),
      due_on: '2026-04-01',
      says: '',
    })
    expect(asked.body).toMatchObject({ type: 'archive.nothing_to_request' })
  })
})
