import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/db/database.ts'
import { openEmbedded } from '../../src/platform/db/embedded/open-embedded.ts'
import { toAppError } from '../../src/platform/errors/to-app-error.ts'
import { systemIn, testDoor, testPath } from '../harness/doors.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const endless = 'select count(*) from generate_series(1, 1000000) a cross join generate_series(1, 1000000) b'

describe('a statement without end on the embedded engine', () => {
  let db: Database
  beforeAll(async () => {
    db = await openEmbedded(join(temporaryFolder(), 'data'))
  })
  afterAll(() => db.close())

  it('is ended with its engine; nothing acknowledged is lost, and work goes on', async () => {
    const door = testDoor(db, () => new Date(), 2_000)
    const openUnit = (unit: string): Promise<string> =>
      door.write(systemIn(), async (ctx) => {
        ctx.audit({ action: 'organizations.open_unit', subject: unit })
        await ctx.db.run(
          `insert into organizations_units (county_code, unit_id, kind, opened_on, org_path) values ('990101', $1, 'school', '2020-09-01', $2)`,
          [unit, `${testPath}${unit}/`],
        )
        return unit
      })
    const units = async (): Promise<readonly unknown[]> =>
      (await door.read(systemIn(), (ctx) => ctx.db.run('select unit_id from organizations_units order by 1'))).map(
        (row) => row.unit_id,
      )
    for (const unit of ['S1', 'S2', 'S3']) await openUnit(unit)

    const begun = performance.now()
    const runaway = door.write(systemIn(), async (ctx) => {
      await ctx.db.run(`update organizations_units set closed_on = '2025-01-01'`)
      await ctx.db.run(endless)
    })
    const waiting = openUnit('S4')
    const refused = await runaway.catch(toAppError)
    expect(refused).toMatchObject({ code: 'database.runaway', status: 503 })
    expect(performance.now() - begun).toBeGreaterThan(1_900)
    // Whoever waited behind it is served by the new engine.
    expect(await waiting).toBe('S4')
    expect(await units()).toEqual(['S1', 'S2', 'S3', 'S4'])
    expect(await db.run(`select * from organizations_units where closed_on is not null`)).toEqual([])
    expect(await db.run('select count(*) from audit_events')).toEqual([{ count: 4 }])

    // And a second time.
    await expect(door.read(systemIn(), (ctx) => ctx.db.run(endless))).rejects.toMatchObject({
      code: 'database.runaway',
    })
    expect(await openUnit('S5')).toBe('S5')
    expect(await units()).toHaveLength(5)
  })
})
