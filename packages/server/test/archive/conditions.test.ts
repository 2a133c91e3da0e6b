import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IndicatorEvidence } from '@eduduty/core/archive'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openUnit } from '../../src/organizations/index.ts'
import { keepRun } from '../evaluation/kept-run.ts'
import { writeSmallFolder } from '../evaluation/small-folder.ts'
import { systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { type ArchiveCounty, cataloguesOf, openArchiveCounty } from './archive-county.ts'

const root = temporaryFolder()
const small = 'evidence: [{ id: proof, title: 采购凭证, when: 图书表.学生人数 < 150, reason: 只由不足150人的学校提供 }]'
let county: ArchiveCounty
let catalogue = ''

/** The first school with so many pupils, the second with 300; the third is on no list. */
function writeFolder(pupils: string): void {
  writeSmallFolder(root, [
    { code: '2199000001', name: '东小', pupils, books: '9000' },
    { code: '2199000002', name: '西小', pupils: '300', books: '9000' },
  ])
  const pack = join(root, 'pack', 'pack.yaml')
  writeFileSync(pack, readFileSync(pack, 'utf8').replace('    missing: 待定', `    missing: 待定\n    ${small}`))
}

beforeAll(async () => {
  const db = await memoryDatabase()
  county = await openArchiveCounty(db, temporaryFolder())
  writeFolder('100')
  await testDoor(db, () => county.clock.now).write(systemIn(), async (ctx) => {
    for (const [unitId, code] of [
      ['S91', '2199000001'],
      ['S92', '2199000002'],
      ['S93', '2199000003'],
    ] as const)
      await openUnit(ctx, { unitId, kind: 'school', name: unitId, parentPath: testPath, openedOn: '2010-01-01', code })
  })
})
afterAll(async () => {
  await county.close()
  await closeMemoryDatabase()
})

const needs = async () => {
  const list = await county.office.get<{
    needs: { unit: string; state: string; because: string; note: string; need: string }[]
  }>(`/catalogues/${testCounty}/${catalogue}/needs?limit=200`)
  return new Map(list.needs.map((one) => [one.unit, one]))
}

describe('a material that only some schools owe', () => {
  it('is asked of all while nothing is evaluated, with a note', async () => {
    await keepRun(root, '2026-03-01T00:00:00Z')
    // What is known of an evaluation of another year does not count for this one.
    const opened = await county.office.post('/catalogues', {
      county: testCounty,
      pack: 'small-books',
      year: 2024,
      title: '图书',
    })
    catalogue = String(opened.body.catalogue)
    expect((await needs()).get('S91')).toMatchObject({
      state: 'missing',
      note: '只由不足150人的学校提供；2024年还没有评估结果，先列为需要',
    })
  })

  it('is asked of those whom it means, not of others, and of those of whom nothing is known', async () => {
    const opened = await county.office.post('/catalogues', {
      county: testCounty,
      pack: 'small-books',
      year: 2025,
      title: '图书',
    })
    catalogue = String(opened.body.catalogue)
    const all = await needs()
    expect(all.get('S91')).toMatchObject({ state: 'missing', note: '只由不足150人的学校提供' })
    expect(all.get('S92')).toMatchObject({
      state: 'spared',
      because: '只由不足150人的学校提供；按2025年度的评估结果，本单位不在其内',
    })
    expect(all.get('S93')).toMatchObject({
      state: 'missing',
      note: '只由不足150人的学校提供；本单位的数据还不够判断，先列为需要',
    })
    const counts = (await cataloguesOf(county.office)).find((one) => one.catalogue === catalogue)?.counts
    expect(counts).toMatchObject({ spared: 1 })
    expect(counts?.missing).toBe(all.size - 1)
  })

  it('stands behind the indicator of each, and is counted where it is owed', async () => {
    const behind = (unit: string) =>
      county.office.get<IndicatorEvidence>(
        `/indicators/${testCounty}/small-books?indicator=books_each&year=2025&unit=${unit}`,
      )
    expect(await behind('2199000001')).toMatchObject({
      catalogue,
      needs: [{ unit: 'S91', state: 'missing' }],
      items: [{ indicator: 'books_each', needed: 1, listed: 1 }],
    })
    expect(await behind('S92')).toMatchObject({
      needs: [{ unit: 'S92', state: 'spared' }],
      items: [{ needed: 0, listed: 1 }],
    })
  })

  it('is neither asked for nor waived where it does not apply', async () => {
    const need = (await needs()).get('S92')?.need ?? ''
    const asked = await county.office.post(`/needs/${testCounty}/requests`, {
      needs: [need],
      due_on: '2026-04-01',
      says: '',
    })
    expect(asked.body).toMatchObject({ type: 'archive.nothing_to_request' })
    const deeds = (await county.office.need(need)).deeds.map(({ deed }) => deed)
    expect(deeds).not.toContain('request')
    expect(deeds).not.toContain('waive')
  })

  it('turns when a new evaluation says otherwise, and the catalogue tells that it is behind', async () => {
    writeFolder('200')
    await keepRun(root, '2026-03-02T00:00:00Z')
    const told = (await cataloguesOf(county.office)).find((one) => one.catalogue === catalogue)
    expect(told?.is_behind).toBe(true)
    await county.office.post(`/catalogues/${testCounty}/${catalogue}/refreshing`, {})
    expect((await needs()).get('S91')?.state).toBe('spared')
  })
})
