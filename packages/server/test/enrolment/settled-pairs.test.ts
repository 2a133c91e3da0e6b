import { beforeAll, expect, test } from 'vitest'
import { listProposals, settleProposal } from '../../src/enrolment/matching/proposals.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { systemIn, testCounty, testDoor, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { type MatchWorld, matchChild, openMatchWorld, schoolRow, townshipRow } from './matching-world.ts'

const county = testCounty
const keyring = testKeyring()
const caller = systemIn()
const [typed, other] = [matchChild(1), matchChild(2)]
const wrong = typed.number.slice(0, 17) + (typed.number.endsWith('5') ? '6' : '5')
let db: Database
let world: MatchWorld

beforeAll(async () => {
  db = await memoryDatabase()
  const door = testDoor(db, () => new Date('2026-01-12T08:00:00Z'))
  world = await openMatchWorld(db, door, keyring, ['hukou_roll'])
  await world.handIn('child_register', [townshipRow(typed, { id_number: wrong }), townshipRow(other)])
  await world.handIn('pupil_roster', [schoolRow(typed), schoolRow(other)])
  await world.compare()
  await confirm()
})

async function confirm(): Promise<void> {
  const { proposals } = await world.door.read(caller, (ctx) => listProposals(ctx, keyring, { county, state: 'open' }))
  const proposal = proposals[0]?.proposal ?? ''
  await world.door.write(caller, (ctx) =>
    settleProposal(ctx, { county, proposal }, { answer: 'same', why: '看过户口簿' }),
  )
}

async function pair() {
  const rows = await db.run<{ state: string; why: string; earlier: string }>(
    'select state, why, earlier from enrolment_proposals where county_code = $1',
    [county],
  )
  expect(rows).toHaveLength(1)
  return rows[0]
}

const findings = async () =>
  (await db.run<{ state: string }>('select state from enrolment_findings where county_code = $1', [county])).map(
    ({ state }) => state,
  )

test('a confirmed pair holds while its rows stay, also when something changes that was not compared', async () => {
  await world.handIn('pupil_roster', [schoolRow(typed, { guardian_phone: '19900002222' }), schoolRow(other)])
  await world.handIn('child_register', [townshipRow(typed, { id_number: wrong, village: '下村' }), townshipRow(other)])
  await world.compare()
  expect(await pair()).toMatchObject({ state: 'same', why: '看过户口簿' })
  expect(await findings()).toEqual([])
})

test('a cell of the roll that was compared has changed: the pair is asked again and says what', async () => {
  await world.handIn('pupil_roster', [schoolRow(typed, { guardian: '郑小云' }), schoolRow(other)])
  await world.compare()
  const asked = await pair()
  expect(asked?.state).toBe('open')
  expect(asked?.earlier).toContain('确认是同一人：看过户口簿；之后“学生名册（青山小学）”的监护人改过')
  expect(await findings()).toEqual([])
})

test('a row that is another child by now is asked about all the same, however unlike', async () => {
  await confirm()
  const stranger = matchChild(9)
  await world.handIn('pupil_roster', [
    schoolRow(typed, { pupil_name: stranger.name, birth_on: '2009-02-03', guardian: '周大江', home_address: '外地' }),
    schoolRow(other),
  ])
  await world.compare()
  expect(await pair()).toMatchObject({
    state: 'open',
    earlier: expect.stringContaining('姓名、出生日期、监护人、住址改过'),
  })
})

test('the row of the roll is gone: the answer no longer counts, the child is to be looked for, what was said stays', async () => {
  await world.handIn('pupil_roster', [schoolRow(typed), schoolRow(other)])
  await world.compare()
  await confirm()
  await world.handIn('pupil_roster', [schoolRow(other)])
  await world.compare()
  const gone = await pair()
  expect(gone).toMatchObject({ state: 'gone', why: expect.stringContaining('里已没有这一行') })
  expect(gone?.earlier.match(/看过户口簿/g)).toHaveLength(3)
  expect(await findings()).toEqual(['open'])
})
