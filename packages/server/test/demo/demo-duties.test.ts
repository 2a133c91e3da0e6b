import { taskStateTitles } from '@eduduty/core/duties'
import { areaPath } from '@eduduty/core/organizations'
import { expect, it } from 'vitest'
import { county } from '../../src/demo/county.ts'
import { seedDuties } from '../../src/demo/duties/seed-duties.ts'
import { seedAreas } from '../../src/demo/staff/seed-areas.ts'
import { seedStaff } from '../../src/demo/staff/seed-staff.ts'
import { dutyRoutes } from '../../src/duties/index.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, testDoor, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

it('the demo county has a year of tasks in every state, with lights of every colour and units that say better; again, nothing changes', async () => {
  const db = await memoryDatabase()
  const clock = () => new Date('2026-11-27T02:00:00Z')
  const installation = { door: testDoor(db, clock), keyring: testKeyring() }
  await seedAreas(installation)
  await seedStaff(installation)
  const { tasks } = await seedDuties(installation)
  expect(await seedDuties(installation)).toEqual({ tasks: 0, present: true })
  const root = areaPath(county.code)
  const app = await createApp({ deps: depsAs(db, [{ role: 'supervisor', scope: root }], clock), routes: [dutyRoutes] })
  const [{ plan }] = (await app.inject({ url: '/api/duties/plans' })).json().plans
  const list = (await app.inject({ url: `/api/duties/plans/${county.code}/${plan}/tasks?limit=200` })).json()
  expect(list.total).toBe(tasks)
  const states = new Set(list.tasks.map(({ state }: { state: string }) => state))
  expect([...states].sort()).toEqual(
    Object.keys(taskStateTitles)
      .filter((state) => state !== 'cancelled')
      .sort(),
  )
  const { green, yellow, red, none, conflicts, waiting, reported } = list.counts
  expect([green, yellow, red, none, conflicts, waiting, reported].every((count) => count > 0)).toBe(true)
  const parent = list.tasks.find(({ parts }: { parts: number }) => parts > 0)
  expect(parent).toMatchObject({ unit_name: '石桥镇', parts: 3 })
  await app.close()
  await db.close()
})
