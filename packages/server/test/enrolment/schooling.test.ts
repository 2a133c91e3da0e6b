import type { SettleFindingBody } from '@eduduty/core/enrolment'
import { beforeAll, expect, test } from 'vitest'
import { settleFinding } from '../../src/enrolment/matching/settle-finding.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { systemIn, testCounty, testDoor, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { type MatchWorld, matchChild, matchYear, openMatchWorld, schoolRow, townshipRow } from './matching-world.ts'

const county = testCounty
const keyring = testKeyring()
const out = { child_state: '未入学', attended_school: null }
const roster = 'r_duty_registers_pupil_roster'
/** On last year's roll; six in 2024, and on none; too old for the rolls at hand to say anything. */
const [formerPupil, small, older, oldest] = [1, 7, 2, 3].map(matchChild)
let db: Database
let world: MatchWorld

beforeAll(async () => {
  db = await memoryDatabase()
  const door = testDoor(db, () => new Date('2026-01-12T08:00:00Z'))
  world = await openMatchWorld(db, door, keyring, ['hukou_roll'])
  const absent = [formerPupil, small, older, oldest].flatMap((child) => (child === undefined ? [] : [child]))
  await world.handIn(
    'child_register',
    absent.map((child) => townshipRow(child, out)),
  )
  await world.handIn('pupil_roster', formerPupil === undefined ? [] : [schoolRow(formerPupil)])
  await db.run(`update ${roster} set year = $1`, [matchYear - 1])
  await db.run(`update collection_submissions set year = $1 where register = 'pupil_roster'`, [matchYear - 1])
  await world.handIn('pupil_roster', [schoolRow(matchChild(20))])
  await db.run(`update collection_submissions set status = 'submitted' where register = 'pupil_roster'`)
  await world.compare()
})

async function openedFor(name: string | undefined, more: Partial<SettleFindingBody> = {}) {
  const [found] = await db.run<{ finding_id: string }>(
    'select finding_id from enrolment_findings where county_code = $1 and name = $2',
    [county, name],
  )
  const key = { county, finding: found?.finding_id ?? '' }
  const body = { answer: 'confirmed', why: '上门看过，在家', ...more } as const
  await world.door.write(systemIn(), (ctx) => settleFinding({ ctx, keyring }, key, body))
  const [holding] = await db.run('select schooling, grade from enrolment_holdings where child_name = $1 and is_lead', [
    name,
  ])
  return holding
}

test('a child on an earlier roll has left school, with its last grade, whatever the clerk thinks', async () => {
  const grade = `三年级（${matchYear - 1}学年在青山小学）`
  expect(await openedFor(formerPupil?.name, { schooling: 'never' })).toEqual({ schooling: 'left', grade })
})

test('a child on no roll since it came of age was never at school', async () => {
  expect(await openedFor(small?.name)).toEqual({ schooling: 'never', grade: '' })
})

test('what the rolls at hand cannot tell is what the clerk found out, else it stays open', async () => {
  expect(await openedFor(older?.name, { schooling: 'left' })).toEqual({ schooling: 'left', grade: '' })
  expect(await openedFor(oldest?.name)).toEqual({ schooling: 'unknown', grade: '' })
})
