import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openUnit, organizationRoutes } from '../../src/organizations/index.ts'
import { verifyLog } from '../../src/platform/audit/verify-log.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testCounty, testDoor, testKeyring, testPath } from '../harness/doors.ts'
import { queryServer, type RunningPostgres, startPostgres } from '../harness/postgres-server.ts'

// A server of its own: the run's own one must not be stopped under other tests.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

/** SERVER_CRASHES=20 npx vitest run … for more of them. */
const crashes = Number(process.env.SERVER_CRASHES ?? 2)
const writers = 6
let server: RunningPostgres
let db: Database
let app: App

beforeAll(async () => {
  server = await startPostgres()
  await queryServer(server.address, 'select 1')
  db = await openServer(server.address, { size: 4, patience: 2_000 })
  const government = { kind: 'government', name: '云岭县人民政府', code: testCounty, parentPath: undefined } as const
  await testDoor(db).write(systemIn(), (ctx) => openUnit(ctx, { ...government, openedOn: '2018-09-01' }))
  const deps = depsAs(db, [{ role: 'supervisor', scope: testPath }])
  app = await createApp({ deps, routes: [organizationRoutes] })
})
afterAll(async () => {
  await app?.close()
  await db?.close()
  await server?.stop()
})

const headers = { 'x-eduduty-csrf': 'token' }
const openDepartment = (name: string) =>
  app.inject({
    method: 'POST',
    url: '/api/organizations/units',
    headers,
    payload: { county: testCounty, kind: 'department', name, opened_on: '2020-01-01' },
  })

/** Somebody who sets up units one after another; refused, they wait a little and go on with the next. */
async function keepWriting(who: number, kept: Set<string>, refused: unknown[], goesOn: () => boolean): Promise<void> {
  for (let n = 1; goesOn(); n += 1) {
    const name = `第${who}科第${n}组`
    const answer = await openDepartment(name)
    if (answer.statusCode === 200) kept.add(name)
    else {
      const { type, title }: { type: string; title: string } = answer.json()
      refused.push({ status: answer.statusCode, type, title })
      await wait(50)
    }
  }
}

it('a server that crashes under writes keeps what was acknowledged, and is used again without a restart', async () => {
  const acknowledged = new Set<string>()
  const refused: unknown[] = []
  let goesOn = true
  const all = Array.from({ length: writers }, (_, who) => keepWriting(who, acknowledged, refused, () => goesOn))
  for (let crash = 0; crash < crashes; crash += 1) {
    const before = acknowledged.size
    await expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(before + 10)
    await server.crash()
    const refusedBefore = refused.length
    await expect.poll(() => refused.length, { timeout: 30_000 }).toBeGreaterThan(refusedBefore + writers)
    server.startAgain()
    const back = acknowledged.size
    await expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(back + 10)
  }
  goesOn = false
  await Promise.all(all)

  // Whoever was in the middle of it is told that the outcome is not known, and not just that there is no server.
  expect(refused).toContainEqual(expect.objectContaining({ type: 'database.interrupted' }))
  for (const problem of refused)
    expect(problem).toMatchObject({
      status: 503,
      type: expect.stringMatching(/^database\.(unreachable|interrupted|restarting)$/),
      title: expect.stringMatching(/[\u4e00-\u9fff]{6}/),
    })
  const units = await db.run<{ name: string; count: number }>(
    `select v.name, count(*) as count from organizations_units u join organizations_unit_versions v using (county_code, unit_id)
     where u.kind = 'department' group by 1`,
  )
  expect([...acknowledged].filter((name) => !units.some((unit) => unit.name === name))).toEqual([])
  expect(units.filter(({ count }) => count !== 1)).toEqual([])
  // What was not acknowledged is there with its event, or not at all.
  const events = await db.run<{ name: string }>(
    `select subject as name from audit_events where action = 'organizations.open_unit' and result = 'done'`,
  )
  const names = events.map(({ name }) => name.split(' ')[1] ?? '').filter((name) => name !== '云岭县人民政府')
  expect(names.toSorted()).toEqual(units.map(({ name }) => name).toSorted())
  const report = await verifyLog({ db, keyring: testKeyring(), checkpoints: undefined })
  expect(report.findings.filter(({ severity }) => severity === 'wrong')).toEqual([])
})
