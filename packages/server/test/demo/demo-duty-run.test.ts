import { areaPath } from '@eduduty/core/organizations'
import { expect, it } from 'vitest'
import { county } from '../../src/demo/county.ts'
import { dutyYearFiles, townshipYearFiles } from '../../src/demo/duties/duty-year.ts'
import { seedDuties } from '../../src/demo/duties/seed-duties.ts'
import { storeDutyRun } from '../../src/demo/duties/store-duty-runs.ts'
import { seedAreas } from '../../src/demo/staff/seed-areas.ts'
import { seedStaff } from '../../src/demo/staff/seed-staff.ts'
import { dutyRoutes } from '../../src/duties/index.ts'
import { readPack } from '../../src/packs/index.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, testDoor, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

it('the tasks of the demo county are measured by figures of their year; again, nothing changes', async () => {
  const db = await memoryDatabase()
  const clock = () => new Date('2026-11-27T02:00:00Z')
  const installation = { db, door: testDoor(db, clock), keyring: testKeyring() }
  await seedAreas(installation)
  await seedStaff(installation)
  await seedDuties(installation)
  const { loaded } = await readPack('county-duty', process.cwd())
  if (loaded === undefined) throw new Error('no pack county-duty')
  expect(await storeDutyRun(installation, loaded, dutyYearFiles)).toBe(true)
  expect(await storeDutyRun(installation, loaded, dutyYearFiles)).toBe(false)
  const townships = (await readPack('township-duty', process.cwd())).loaded
  if (townships === undefined) throw new Error('no pack township-duty')
  expect(await storeDutyRun(installation, townships, townshipYearFiles)).toBe(true)
  const app = await createApp({
    deps: depsAs(db, [{ role: 'supervisor', scope: areaPath(county.code) }], clock),
    routes: [dutyRoutes],
  })
  const [{ plan }] = (await app.inject({ url: '/api/duties/plans' })).json().plans
  const list = (await app.inject({ url: `/api/duties/plans/${county.code}/${plan}/tasks?limit=200` })).json()
  const figures = []
  for (const { task } of list.tasks) {
    const { figure } = (await app.inject({ url: `/api/duties/tasks/${county.code}/${task}` })).json()
    if (figure !== undefined) figures.push(figure)
  }
  const ofCounty = figures.filter(({ pack }: { pack: string }) => pack === 'county-duty')
  expect(ofCounty.length).toBeGreaterThan(5)
  // Rates that are counted from rosters of persons have no figure before the year is over.
  const states = ofCounty.map(({ state }: { state?: string }) => state)
  expect(states.filter((state) => state === 'met').length).toBeGreaterThan(3)
  expect(states).toContain('unmet')
  // A township's task is measured by the township's own figure.
  const ofTownships = figures.filter(({ pack }: { pack: string }) => pack === 'township-duty')
  const lights = ofTownships.map(({ state }: { state?: string }) => state)
  expect(lights.filter((state) => state === 'met').length).toBeGreaterThan(2)
  expect(lights).toContain('unmet')
  await app.close()
  await db.close()
})
