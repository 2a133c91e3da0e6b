import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listIndicators } from '../../src/duties/plans/list-indicators.ts'
import { openUnit } from '../../src/organizations/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { CollectedCounty } from '../evaluation/collected-county.ts'
import { keepRun } from '../evaluation/kept-run.ts'
import { writeSmallFolder } from '../evaluation/small-folder.ts'
import { systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const other = '990102'
let db: Database

beforeAll(async () => {
  db = await memoryDatabase()
  await testDoor(db).write(systemIn(), async (ctx) => {
    const opened = { openedOn: '2010-01-01' }
    await openUnit(ctx, {
      unitId: 'G',
      kind: 'government',
      name: '云岭县人民政府',
      parentPath: undefined,
      code: testCounty,
      ...opened,
    })
    const school = { unitId: 'S91', kind: 'school', name: '东小', parentPath: testPath, code: '2199000001' } as const
    await openUnit(ctx, { ...school, ...opened })
  })
  await CollectedCounty.open(db, other)
  const root = temporaryFolder()
  writeSmallFolder(root, [{ code: '2199000001', name: '东小', pupils: '100', books: '2000' }])
  await keepRun(root, '2026-03-01T00:00:00Z')
})
afterAll(closeMemoryDatabase)

const listed = async (county: string, year: number) =>
  (await listIndicators(db, { county, year })).map(({ pack, indicator, unit, kinds }) => [pack, indicator, unit, kinds])

describe('indicators that a task may be measured by', () => {
  it('are those of the packs used in the year or the year before, with the kinds of units that have figures of them', async () => {
    expect(await listed(testCounty, 2025)).toEqual([['small-books', 'books_each', '册/生', ['school']]])
    expect(await listed(testCounty, 2026)).toEqual([['small-books', 'books_each', '册/生', ['school']]])
  })

  it('are none where the county used no pack then', async () => {
    expect(await listed(testCounty, 2024)).toEqual([])
    expect(await listed(testCounty, 2027)).toEqual([])
  })

  it('of a county that only collects yet have no figures of any unit, whatever another county was evaluated to', async () => {
    expect(await listed(other, 2025)).toEqual([['small-books', 'books_each', '册/生', []]])
  })
})
