import type { MechanismList, MeetingList, PledgeList } from '@eduduty/core/duties'
import { areaPath } from '@eduduty/core/organizations'
import { expect, it } from 'vitest'
import { county } from '../../src/demo/county.ts'
import { seedDuties } from '../../src/demo/duties/seed-duties.ts'
import { seedMechanisms } from '../../src/demo/duties/seed-mechanisms.ts'
import { seedAreas } from '../../src/demo/staff/seed-areas.ts'
import { seedStaff } from '../../src/demo/staff/seed-staff.ts'
import { dutyRoutes } from '../../src/duties/index.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, testDoor, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

it('the demo county has meetings with a decision not carried out, a proposal answered by nobody in time, and gaps in its pledges', async () => {
  const db = await memoryDatabase()
  const clock = () => new Date('2026-11-27T02:00:00Z')
  const installation = { door: testDoor(db, clock), keyring: testKeyring() }
  await seedAreas(installation)
  await seedStaff(installation)
  await seedDuties(installation)
  const seeded = await seedMechanisms(installation)
  expect(seeded).toMatchObject({ records: 22, present: false })
  expect(await seedMechanisms(installation)).toEqual({ records: 0, pledges: 0, present: true })
  const root = areaPath(county.code)
  const app = await createApp({ deps: depsAs(db, [{ role: 'supervisor', scope: root }], clock), routes: [dutyRoutes] })
  const get = async (path: string) => (await app.inject({ url: `/api/duties/${path}` })).json()
  const { meetings }: MeetingList = await get(`meetings/${county.code}?year=2026`)
  const fates = meetings.flatMap(({ decisions }) => decisions.map(({ outcome }) => outcome))
  expect(fates.filter((fate) => fate === 'late')).toHaveLength(2)
  expect(fates).toContain('done')
  const { proposals, promises, contacts }: MechanismList = await get(`mechanisms/${county.code}?year=2026`)
  expect(proposals.map(({ state }) => state).toSorted()).toEqual(['answered', 'answered', 'late', 'waiting'])
  expect(promises.map(({ outcome }) => outcome)).toContain('late')
  expect(contacts.some(({ visits }) => visits.length === 0)).toBe(true)
  const [{ plan }] = (await get('plans')).plans
  const { cover, rows }: PledgeList = await get(`plans/${county.code}/${plan}/pledges`)
  expect(cover.find(({ issuer, level }) => issuer === 'G' && level === '乡镇')?.missing).toEqual(['枫岭乡', '南山乡'])
  expect(cover.find(({ issuer_name: name, level }) => name === '石桥镇' && level === '村')?.missing).toEqual([
    '大湾村',
    '梅子沟村',
  ])
  expect(new Set(rows.map(({ level }) => level)).size).toBe(4)
  expect(rows.some(({ state }) => state === 'stale')).toBe(false)
  await app.close()
})
