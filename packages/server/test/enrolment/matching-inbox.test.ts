import type { Inbox, InboxItem } from '@eduduty/core/desk'
import type { RoleId } from '@eduduty/core/identity'
import type { OrgPath } from '@eduduty/core/organizations'
import { beforeAll, expect, test } from 'vitest'
import { inboxRoutes } from '../../src/desk/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, testCounty, testDoor, testKeyring, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { matchChild, openMatchWorld, schoolRow, secondRow, townshipRow } from './matching-world.ts'

const found = new Date('2026-01-12T08:00:00Z')
const children = [1, 2, 3].map(matchChild)
let db: Database

beforeAll(async () => {
  db = await memoryDatabase()
  const world = await openMatchWorld(
    db,
    testDoor(db, () => found),
    testKeyring(),
    ['hukou_roll', 'roll_roll'],
  )
  await world.handIn(
    'child_register',
    children.map((child) => townshipRow(child, { child_state: '未入学', attended_school: null })),
  )
  // By an office: its file has the pupils of both schools.
  const rolls = [schoolRow(matchChild(20)), secondRow(matchChild(20))]
  await world.handIn('pupil_roster', rolls, { id: 'D14', name: '农业农村局' })
  await world.compare()
})

async function waitingFor(role: RoleId, scope: OrgPath): Promise<readonly InboxItem[]> {
  const app = await createApp({ deps: depsAs(db, [{ role, scope }], () => found, `p-${role}`), routes: [inboxRoutes] })
  const { waiting } = (await app.inject({ url: '/api/desk/inbox' })).json<Inbox>()
  await app.close()
  return waiting.filter(({ subject }) => subject === 'matching')
}

test('children to be looked for wait as one line, for whoever settles them, until they are settled', async () => {
  const line = { county: testCounty, deed: '核实', title: '名册比对发现的孩子', at: found.toISOString() }
  const township = `${testPath}T01/`
  // Which school keeps the child on two rolls is not for the township to say.
  expect(await waitingFor('township_clerk', township)).toMatchObject([
    { ...line, unit_name: '青山乡', says: '有 3 人待核实' },
  ])
  expect(await waitingFor('supervisor', testPath)).toMatchObject([{ ...line, says: '有 4 人待核实' }])
  expect(await waitingFor('township_clerk', `${testPath}T02/`)).toEqual([])
  expect(await waitingFor('leader', testPath)).toEqual([])
  await db.run(`update enrolment_findings set state = 'excluded' where county_code = $1`, [testCounty])
  expect(await waitingFor('township_clerk', township)).toEqual([])
})
