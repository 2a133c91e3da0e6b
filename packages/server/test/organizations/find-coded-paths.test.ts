import { afterAll, expect, it } from 'vitest'
import { findCodedPaths, openUnit } from '../../src/organizations/index.ts'
import { systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'

afterAll(closeMemoryDatabase)

it('finds a township by the code of its area, a school by its own code, a department by its id', async () => {
  const door = testDoor(await memoryDatabase())
  const opened = { openedOn: '2010-01-01' }
  const paths = await door.write(systemIn(), async (ctx) => {
    await openUnit(ctx, {
      unitId: 'G',
      kind: 'government',
      name: '演示县人民政府',
      parentPath: undefined,
      code: testCounty,
      ...opened,
    })
    await openUnit(ctx, { unitId: 'D02', kind: 'department', name: '演示县教育局', parentPath: testPath, ...opened })
    const areaCode = '990101101000'
    const town = { unitId: 'T01', kind: 'township', name: '青山乡', parentPath: testPath, areaCode } as const
    await openUnit(ctx, { ...town, ...opened })
    const parentPath = `${testPath}T01/`
    const school = {
      unitId: 'S01',
      kind: 'school',
      name: '青山小学',
      parentPath,
      areaCode,
      code: '2199000001',
    } as const
    await openUnit(ctx, { ...school, ...opened })
    return findCodedPaths(ctx.db, testCounty)
  })
  expect(Object.fromEntries(paths)).toEqual({
    [testCounty]: testPath,
    D02: `${testPath}D02/`,
    T01: `${testPath}T01/`,
    '990101101': `${testPath}T01/`,
    '990101101000': `${testPath}T01/`,
    '2199000001': `${testPath}T01/S01/`,
  })
})
