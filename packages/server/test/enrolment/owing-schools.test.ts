import { beforeAll, expect, test } from 'vitest'
import { countedRegisters, openPeriod } from '../../src/collection/index.ts'
import { installMissingTables, readPack } from '../../src/packs/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { systemIn, testCounty, testDoor, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { type MatchWorld, matchChild, matchYear, openMatchWorld, schoolRow } from './matching-world.ts'

const county = testCounty
const office = { id: 'D14', name: '农业农村局' }
let db: Database
let world: MatchWorld

beforeAll(async () => {
  db = await memoryDatabase()
  const door = testDoor(db, () => new Date('2026-01-12T08:00:00Z'))
  world = await openMatchWorld(db, door, testKeyring())
  const { loaded } = await readPack('duty-registers', process.cwd())
  if (loaded === undefined) throw new Error('the pack duty-registers has mistakes')
  await installMissingTables(db, loaded.pack)
  const plans = [{ register: 'pupil_roster', unit_ids: ['S01', 'S02'], has_first_review: true }]
  const days = { opens_on: '2026-01-01', closes_on: '2026-02-01' }
  await door.write(systemIn(), (ctx) =>
    openPeriod(ctx, county, { title: '名册采集', pack_id: 'duty-registers', year: matchYear, ...days, plans }, loaded),
  )
})

async function owing(): Promise<readonly string[] | undefined> {
  const wanted = { county, pack: world.pack, registers: ['pupil_roster'], year: matchYear }
  const counted = await world.door.read(systemIn(), (ctx) => countedRegisters(ctx.db, wanted))
  return counted.get('pupil_roster')?.owing
}

test('a school whose pupils an office has handed in does not owe them, though it never began its own task', async () => {
  await world.handIn('pupil_roster', [schoolRow(matchChild(1))], office)
  expect(await owing()).toEqual(['绿水小学'])
})
