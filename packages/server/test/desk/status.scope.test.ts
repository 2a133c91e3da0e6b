import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { type RoleId, roles } from '@eduduty/core/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskRoutes } from '../../src/desk/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { openEmbedded } from '../../src/platform/db/embedded/open-embedded.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testDoor, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const roleIds = Object.keys(roles).filter((name): name is RoleId => name in roles)
const mayRead: readonly RoleId[] = ['system_admin', 'auditor']

async function appAs(db: Database, role: RoleId, scope = testPath) {
  return createApp({ deps: depsAs(db, [{ role, scope }]), routes: [deskRoutes] })
}

describe('who sees the state of the system', () => {
  it.each(roleIds)('%s', async (role) => {
    const app = await appAs(await memoryDatabase(), role)
    const status = await app.inject('/api/desk/status')
    expect(status.statusCode).toBe(mayRead.includes(role) ? 200 : 403)
    expect((await app.inject('/api/desk/backups')).statusCode).toBe(status.statusCode)
    const headers = { 'x-eduduty-csrf': 'token' }
    const backup = await app.inject({ method: 'POST', url: '/api/desk/backups', headers })
    // In memory there is nothing to back up: whoever may is told so.
    expect(backup.statusCode).toBe(role === 'system_admin' ? 409 : 403)
    expect((await app.inject({ method: 'POST', url: '/api/desk/backups' })).statusCode).toBe(403)
    await app.close()
  })

  it('nobody who is not signed in', async () => {
    const app = await createApp({ deps: depsAs(await memoryDatabase(), []), routes: [deskRoutes] })
    expect((await app.inject('/api/desk/status')).statusCode).toBe(401)
    await app.close()
  })

  it('counts sessions and audit events of the own scope alone', async () => {
    const db = await memoryDatabase()
    await testDoor(db).record(systemIn('99/9902/990201/'), { action: 'platform.start', subject: '别的县' })
    const foreign = await appAs(db, 'auditor', '99/9903/990301/')
    const own = await appAs(db, 'auditor', '99/9902/990201/')
    expect((await foreign.inject('/api/desk/status')).json().audit).toMatchObject({ events: 0, last_at: null })
    expect((await own.inject('/api/desk/status')).json().audit.events).toBe(1)
    await foreign.close()
    await own.close()
  })
})

describe('the state of an embedded installation', () => {
  const folder = join(mkdtempSync(join(temporaryFolder(), 'desk-')), 'data')
  let db: Database
  beforeAll(async () => {
    db = await openEmbedded(folder)
  })
  afterAll(() => db.close())

  it('says how safe it is, how large, and when it was last looked after', async () => {
    await db.run('vacuum (analyze)')
    const app = await appAs(db, 'system_admin')
    const status = (await app.inject('/api/desk/status')).json()
    expect(status.database).toMatchObject({ kind: 'embedded', durability: true, place: folder })
    expect(status.database.durability_reason).toContain('写到磁盘')
    expect(status.database.bytes).toBeGreaterThan(1_000_000)
    expect(status.database.log_bytes).toBeGreaterThan(1_000_000)
    for (const at of [status.database.checkpoint_at, status.database.vacuum_at, status.server_time])
      expect(new Date(at).getTime()).toBeGreaterThan(Date.UTC(2026, 0, 1))
    expect(status.disk.free_bytes).toBeGreaterThan(0)
    expect(status.keys).toEqual([{ id: 'k1', fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/), current: true }])
    await app.close()
  })

  it('is backed up by one request, into a list that says what is sound', async () => {
    const app = await appAs(db, 'system_admin')
    const headers = { 'x-eduduty-csrf': 'token' }
    const made = await app.inject({ method: 'POST', url: '/api/desk/backups', headers })
    expect(made.statusCode, made.body).toBe(200)
    expect(made.json()).toMatchObject({
      check: 'good',
      name: expect.stringMatching(/^eduduty-\d{8}-\d{6}-\d{3}\.zip$/),
    })
    const list = (await app.inject('/api/desk/backups')).json()
    expect(list).toEqual({
      folder: `${folder}-backups`,
      keep_days: 14,
      backups: [{ ...made.json(), created_at: expect.any(String) }],
    })
    const [kept] = await testDoor(db).read(systemIn(), ({ db: queries }) =>
      queries.run(`select actor_name, result, subject from audit_events where action = 'desk.backup'`),
    )
    expect(kept).toMatchObject({ actor_name: '测试员', result: 'done', subject: made.json().name })
    await app.close()
  })
})
