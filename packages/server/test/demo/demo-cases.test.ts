import type { CaseList, HandoverList } from '@eduduty/core/enrolment'
import { areaPath } from '@eduduty/core/organizations'
import { expect, it } from 'vitest'
import { county } from '../../src/demo/county.ts'
import { seedCases } from '../../src/demo/enrolment/seed-cases.ts'
import { seedLimits } from '../../src/demo/enrolment/seed-limits.ts'
import { seedAreas } from '../../src/demo/staff/seed-areas.ts'
import { seedStaff } from '../../src/demo/staff/seed-staff.ts'
import { inboxRoutes } from '../../src/desk/index.ts'
import { enrolmentRoutes } from '../../src/enrolment/index.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, testDoor, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

it('the demo county has cases in every state: late, ordered, back at school, ended, relapsed, offered to another school', async () => {
  const db = await memoryDatabase()
  const clock = () => new Date('2026-11-27T02:00:00Z')
  const installation = { door: testDoor(db, clock), keyring: testKeyring() }
  const files = openFileStore(await temporaryFolder())
  await seedAreas(installation)
  await seedStaff(installation)
  const began = performance.now()
  await seedLimits(installation)
  expect(await seedCases(installation, files)).toEqual({ cases: 9, present: false })
  console.log(`seedCases ${Math.round(performance.now() - began)} ms`)
  expect(await seedCases(installation, files)).toEqual({ cases: 0, present: true })
  const root = areaPath(county.code)
  const grant = { role: 'department_head', scope: root, unit: `${root}D02/` } as const
  const app = await createApp({ deps: depsAs(db, [grant], clock), routes: [enrolmentRoutes, inboxRoutes] })
  const { cases, counts }: CaseList = (await app.inject({ url: `/api/enrolment/cases/${county.code}` })).json()
  expect(counts).toEqual({ total: 9, open: 7, closed: 2, overdue: expect.any(Number), relapsed: 1 })
  expect(counts.overdue).toBeGreaterThan(0)
  expect(new Set(cases.map(({ state_title: title }) => title))).toEqual(
    new Set(['劝返', '限期复学', '复学稳定期', '待审核销案', '已销案']),
  )
  expect(cases.find(({ is_relapse: isRelapse }) => isRelapse)).toMatchObject({ name: '鲁**', state_title: '劝返' })
  const { handovers }: HandoverList = (await app.inject({ url: `/api/enrolment/handovers/${county.code}` })).json()
  expect(handovers).toMatchObject([{ to_name: '石桥镇中心小学', state: 'offered', may_answer: false }])
  const inbox = (await app.inject({ url: '/api/desk/inbox' })).json()
  expect(inbox.waiting).toMatchObject([
    { subject: 'case', deed: '办理', title: '劝返个案（尤**）', says: '待审核销案' },
  ])
  await app.close()
})
