import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  closeUnit,
  mergeUnits,
  moveUnit,
  openUnit,
  renameUnit,
  splitUnit,
  treeAsOf,
} from '../../src/organizations/index.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { AppError } from '../../src/platform/errors/app-error.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { fillUnit, inCounty, openCounty, ownedRows, pathsOfUnits } from './county-of-units.ts'

const verbs = ['open', 'rename', 'move', 'merge', 'split', 'close'] as const

const step = fc.record({
  verb: fc.constantFrom(...verbs),
  unit: fc.nat(40),
  other: fc.nat(40),
  days: fc.nat(40),
  stays: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function take(ctx: Ctx, county: string, { verb, unit, other, stays }: Step, on: string): Promise<void> {
  const units = await treeAsOf(ctx.db, county, '2026-11-25')
  const [one, two] = [units[unit % units.length], units[other % units.length]]
  if (one === undefined || two === undefined) throw new Error('a county without units')
  const unitId = one.unit_id
  const why = { county, on, reason: '批复' }
  switch (verb) {
    case 'open': {
      const parentPath = one.org_path
      const opened = await openUnit(ctx, { kind: two.kind, name: `新${on}`, parentPath, openedOn: on })
      return fillUnit(ctx, county, opened.unitId)
    }
    case 'rename':
      return void (await renameUnit(ctx, { ...why, unitId, name: `改${on}` }))
    case 'move':
      return void (await moveUnit(ctx, { ...why, unitId, parentId: two.unit_id }))
    case 'merge':
      return void (await mergeUnits(ctx, { ...why, from: [unitId], into: two.unit_id }))
    case 'close':
      return void (await closeUnit(ctx, { ...why, unitId }))
    case 'split': {
      const members = units.filter((member) => member.parent_id === unitId).map((member) => member.unit_id)
      const into = [
        { name: `甲${on}`, members: members.slice(1) },
        { name: `乙${on}`, members: members.slice(0, 1) },
      ]
      return void (await splitUnit(ctx, { ...why, unitId, into, stays }))
    }
  }
}

async function expectOneOwner(db: Database, county: string): Promise<void> {
  const paths = await pathsOfUnits(db, county)
  for (const row of await ownedRows(db, county)) expect([row, paths.get(row.owner)]).toEqual([row, row.path])
  expect(new Set(paths.values()).size).toBe(paths.size)
}

interface VersionRow {
  readonly unit_id: string
  readonly since: string
  readonly until: string | null
  readonly opened_on: string
  readonly closed_on: string | null
}

async function expectWholeHistory(db: Database, county: string): Promise<void> {
  const rows = await db.run<VersionRow>(
    `select v.unit_id, v.since, v.until, u.opened_on, u.closed_on from organizations_unit_versions v
     join organizations_units u using (county_code, unit_id) where county_code = $1 order by v.unit_id, v.since`,
    [county],
  )
  for (const [at, row] of rows.entries()) {
    const [former, next] = [rows[at - 1], rows[at + 1]]
    expect(row.since).toBe(former?.unit_id === row.unit_id ? former.until : row.opened_on)
    if (next?.unit_id !== row.unit_id) expect(row.until).toBe(row.closed_on)
  }
}

async function expectTree(db: Database, county: string): Promise<void> {
  const units = await treeAsOf(db, county, '2026-11-25')
  const paths = new Map(units.map((unit) => [unit.unit_id, unit.org_path]))
  for (const { unit_id, kind, parent_id, org_path } of units) {
    if (kind === 'government') continue
    expect([unit_id, org_path]).toEqual([unit_id, `${paths.get(parent_id ?? '')}${unit_id}/`])
  }
}

const dayAfter = (days: number): string => new Date(Date.UTC(2019, 0, 1 + days)).toISOString().slice(0, 10)

it('whatever happens to units, each row has one owner and history has neither gap nor overlap', async () => {
  const db = await memoryDatabase()
  let serial = 0
  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      serial += 1
      const county = `99${11 + Math.floor(serial / 80)}${10 + (serial % 80)}`
      await openCounty(db, county)
      const early = await treeAsOf(db, county, '2018-12-31')
      let days = 0
      for (const taken of steps) {
        days += taken.days
        const refused = await inCounty(db, county, (ctx) => take(ctx, county, taken, dayAfter(days))).catch(
          (error: unknown) => error,
        )
        if (refused === undefined) done += 1
        else if (!(refused instanceof AppError)) throw refused
        await expectOneOwner(db, county)
      }
      await expectWholeHistory(db, county)
      await expectTree(db, county)
      const now = await treeAsOf(db, county, '2018-12-31')
      const asThen = (units: typeof now) => units.map(({ unit_id, name, parent_id }) => ({ unit_id, name, parent_id }))
      expect(asThen(now)).toEqual(asThen(early))
    }),
    { numRuns: 15 },
  )
  expect(done).toBeGreaterThan(60)
})
