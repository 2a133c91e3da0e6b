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
  world = await openMatchWorld(db, door, keyring, ['hukou_roll', 'roll_hukou'])
  await world.handIn('child_register', [townshipRow(typed, { id_number: wrong }), townshipRow(other)])
  await world.handIn('pupil_roster', [schoolRow(typed), schoolRow(other)])
  await world.compare()
})

const open = () => world.door.read(caller, (ctx) => listProposals(ctx, keyring, { county, state: 'open' }))
const findings = () => db.run(`select 1 from enrolment_findings where county_code = $1 and state = 'open'`, [county])

test('two rows that both comparisons find are one pair, and one answer settles both', async () => {
  const { proposals } = await open()
  expect(proposals).toHaveLength(1)
  const [pair] = proposals
  const masked = JSON.stringify(pair?.lines)
  expect(masked).not.toMatch(new RegExp(`${typed.name}|${typed.guardian}|上村1号`))
  await world.compare()
  expect((await open()).proposals.map(({ proposal }) => proposal)).toEqual([pair?.proposal])
  await world.door.write(caller, (ctx) =>
    settleProposal(ctx, { county, proposal: pair?.proposal ?? '' }, { answer: 'same', why: '看过户口簿' }),
  )
  await world.compare()
  expect((await open()).total).toBe(0)
  expect(await findings()).toEqual([])
})
