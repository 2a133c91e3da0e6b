import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import { toAppError } from '../../src/platform/errors/to-app-error.ts'
import { systemIn, testDoor } from '../harness/doors.ts'
import { createMigratedDatabase } from '../harness/template-database.ts'

const orgs = Array.from({ length: 20 }, (_, n) => `99/9901/9901${String(n + 1).padStart(2, '0')}/`)

it('never shows one unit the rows of another, through a small pool with aborts, timeouts and killed sessions', async () => {
  const url = await createMigratedDatabase()
  const owner = await openServer(url, { size: 2 })
  for (const path of orgs) {
    await owner.run(
      `insert into organizations_units (county_code, unit_id, kind, opened_on, org_path)
       select $1, 'S' || n, 'school', '2020-09-01', $2 || 'S' || n || '/' from generate_series(1, 5) n`,
      [path.slice(8, 14), path],
    )
  }
  const pool = await openServer(url, { size: 3, patience: 30_000 })
  const door = testDoor(pool, () => new Date(), 300)
  const outcomes = new Map<string, number>()
  const count = (what: string): void => void outcomes.set(what, (outcomes.get(what) ?? 0) + 1)

  const request = async (n: number): Promise<void> => {
    const path = orgs[n % orgs.length] ?? ''
    const abort = n % 7 === 3
    const slow = n % 23 === 5
    try {
      await door.write(systemIn(path), async ({ db }) => {
        const rows = await db.run<{ org_path: string }>('select org_path from organizations_units')
        expect(rows).toHaveLength(5)
        for (const { org_path } of rows) expect(org_path.startsWith(path)).toBe(true)
        await db.run(`update organizations_units set code = org_path`)
        if (slow) await db.run('select pg_sleep(5)')
        if (abort) throw new Error('aborted on purpose')
      })
      count('done')
    } catch (error) {
      if (error instanceof Error && error.message === 'aborted on purpose') return count('aborted')
      const { code } = toAppError(error)
      if (!/^database\.(too_slow|interrupted|unreachable|contention|restarting)$/.test(code)) throw error
      count(code)
    }
  }
  const killing = new AbortController()
  const killer = async (): Promise<void> => {
    while (!killing.signal.aborted) {
      await owner.run(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' order by random() limit 1`,
      )
      await wait(60)
    }
  }
  const killed = killer()
  await Promise.all(Array.from({ length: 200 }, (_, n) => request(n)))
  killing.abort()
  await killed
  expect(outcomes.get('done')).toBeGreaterThan(50)
  expect(outcomes.get('aborted')).toBeGreaterThan(5)
  expect(outcomes.get('database.interrupted')).toBeGreaterThan(0)
  // Every session that is lent knows nothing of who had it before.
  for (const left of await Promise.all(
    [1, 2, 3].map(() =>
      pool.run(`select current_user = session_user as own, coalesce(current_setting('app.scope_from', true), '') as scope,
        current_setting('statement_timeout') as timeout`),
    ),
  ))
    expect(left).toEqual([{ own: true, scope: '', timeout: '0' }])
  const mixed = await owner.run(`select * from organizations_units where code not in ('', org_path)`)
  expect(mixed).toEqual([])
  await pool.close()
  await owner.close()
})
