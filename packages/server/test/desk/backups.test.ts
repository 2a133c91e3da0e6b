import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskRoutes } from '../../src/desk/index.ts'
import type { Checkpoints } from '../../src/platform/audit/checkpoints.ts'
import { noCheckpoints } from '../../src/platform/audit/checkpoints.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { openEmbedded } from '../../src/platform/db/embedded/open-embedded.ts'
import { createDoor } from '../../src/platform/door.ts'
import { AppError } from '../../src/platform/errors/app-error.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, testKeyring } from '../harness/doors.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = join(mkdtempSync(join(temporaryFolder(), 'backups-')), 'data')
const backups = `${folder}-backups`
const headers = { 'x-eduduty-csrf': 'token' }
let db: Database
let app: App
let now = new Date('2026-11-26T02:00:00Z')
/** The disk of the audit log, as it may fill up. */
let sinkFull = false

const sink: Checkpoints = {
  ...noCheckpoints,
  ready: async () => {
    if (sinkFull) throw new AppError('audit.sink_unwritable', { reason: '磁盘已满' })
  },
}

beforeAll(async () => {
  db = await openEmbedded(folder)
  const deps = depsAs(db, [{ role: 'system_admin', scope: '99/9901/990101/' }], () => now)
  const door = createDoor({ db, clock: () => now, auditLog: { keyring: testKeyring(), checkpoints: sink } })
  app = await createApp({ deps: { ...deps, door }, routes: [deskRoutes] })
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const backUp = () => app.inject({ method: 'POST', url: '/api/desk/backups', headers })
const zips = (): string[] => readdirSync(backups).filter((name) => name.endsWith('.zip'))
const keep = (keep_days: unknown) =>
  app.inject({ method: 'PUT', url: '/api/desk/backups/keep-days', headers, payload: { keep_days } })

/** Events since the last look. */
let seen = 0
async function newEvents(): Promise<{ action: string; result: string; subject: string; detail: string }[]> {
  const rows = await db.run<{ action: string; result: string; subject: string; detail: string }>(
    'select action, result, subject, detail::text as detail from audit_events order by event_no offset $1',
    [seen],
  )
  seen += rows.length
  return rows
}

describe('a backup', () => {
  it('leaves one event, done', async () => {
    const made = await backUp()
    expect(made.statusCode, made.body).toBe(200)
    expect(await newEvents()).toMatchObject([{ action: 'desk.backup', result: 'done', subject: made.json().name }])
  })

  it('that the log cannot tell of is taken away again', async () => {
    now = new Date('2026-11-26T03:00:00Z')
    const before = readdirSync(backups)
    sinkFull = true
    const refused = await backUp()
    sinkFull = false
    expect(refused.statusCode).toBe(503)
    expect(refused.json()).toMatchObject({ type: 'audit.sink_unwritable' })
    expect(readdirSync(backups)).toEqual(before)
    expect(await newEvents()).toEqual([])
  })

  it('that fails leaves one event, failed, and no file', async () => {
    now = new Date('2026-11-26T04:00:00Z')
    const before = readdirSync(backups)
    // Where its draft would be stands a folder.
    const draft = join(backups, 'eduduty-20261126-120000-000.zip.part')
    mkdirSync(draft)
    const failed = await backUp()
    rmSync(draft, { recursive: true })
    expect(failed.statusCode).toBeGreaterThanOrEqual(500)
    expect(readdirSync(backups)).toEqual(before)
    expect(await newEvents()).toMatchObject([{ action: 'desk.backup', result: 'failed' }])
  })
})

describe('old backups', () => {
  it('go after a new one, as many days as are set stay, and the log says which', async () => {
    expect((await keep(0)).statusCode).toBe(400)
    expect((await keep(2)).statusCode).toBe(204)
    expect((await app.inject('/api/desk/backups')).json().keep_days).toBe(2)
    expect(await newEvents()).toMatchObject([{ action: 'desk.change_settings', detail: '{"keep_days":"14 → 2"}' }])
    const foreign = join(backups, 'eduduty-before-upgrade.zip')
    writeFileSync(foreign, 'by hand')
    for (const day of ['27', '28', '29', '30']) {
      now = new Date(`2026-11-${day}T02:00:00Z`)
      expect((await backUp()).statusCode).toBe(200)
    }
    const days = zips()
      .filter((name) => join(backups, name) !== foreign)
      .map((name) => name.slice(8, 16))
    expect(days).toEqual(['20261128', '20261129', '20261130'])
    expect(existsSync(foreign)).toBe(true)
    const pruned = (await newEvents()).filter(({ action }) => action === 'desk.prune_backups')
    expect(pruned.map(({ subject }) => subject)).toEqual(['1 份旧备份', '1 份旧备份'])
    expect(pruned[0]?.detail).toContain('eduduty-20261126')
  })
})
