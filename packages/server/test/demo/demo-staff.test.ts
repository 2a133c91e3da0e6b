import { expect, it } from 'vitest'
import { demoAreas } from '../../src/demo/staff/demo-areas.ts'
import { seedAreas } from '../../src/demo/staff/seed-areas.ts'
import { seedStaff } from '../../src/demo/staff/seed-staff.ts'
import { testDoor, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

it('the areas of the demo county reach from the province to villages, none of them real; again, nothing changes', async () => {
  const db = await memoryDatabase()
  const installation = { door: testDoor(db), keyring: testKeyring() }
  await seedAreas(installation)
  await seedAreas(installation)
  const rows = await db.run<{ level: string; count: number; ended: number }>(
    `select level, count(*)::int as count, count(until)::int as ended from organizations_areas group by level`,
  )
  const count = (level: string) => rows.find((row) => row.level === level)?.count ?? 0
  expect(['province', 'city', 'county', 'township'].map(count)).toEqual([1, 1, 1, 12])
  expect(count('village')).toBeGreaterThan(30)
  expect(rows.map((row) => row.ended).reduce((sum, ended) => sum + ended)).toBe(1)
  expect(demoAreas.every(({ code }) => code.startsWith('99'))).toBe(true)
  expect((await seedStaff(installation)).present).toBe(false)
  const [strays] = await db.run<{ count: number }>(
    `select count(*)::int as count from organizations_unit_versions v
     where v.area_code is not null and not exists (select from organizations_areas a where a.code = v.area_code)`,
  )
  expect(strays?.count).toBe(0)
  await db.close()
})
