import { areaPath } from '@eduduty/core/organizations'
import { beforeAll, describe, expect, it } from 'vitest'
import { noCheckpoints } from '../../src/platform/audit/checkpoints.ts'
import { verifyLog } from '../../src/platform/audit/verify-log.ts'
import { systemCaller } from '../../src/platform/ctx.ts'
import { confinedQueries, everywhere } from '../../src/platform/db/confined.ts'
import type { Connection, Connections } from '../../src/platform/db/connection.ts'
import { createDatabase, type Database } from '../../src/platform/db/database.ts'
import { createDoor } from '../../src/platform/door.ts'
import { eventsSince } from '../harness/audit-events.ts'
import { systemIn, testDoor, testKeyring, testPath } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'

onBothEngines((database) => {
  let db: Database
  beforeAll(() => {
    db = database()
  })

  describe('what is kept', () => {
    it('says who, when, where, what, with which result and why; the same when it is read back', async () => {
      const added = await eventsSince(db)
      const origin = { requestId: 'r1', address: '10.0.0.7' }
      const caller = { ...systemIn(), origin }
      const detail = { count: 3, share: 1e21, small: 1e-7, sure: true, text: '“引号”\\\n𠮷' }
      await testDoor(db).record(caller, {
        action: 'organizations.import',
        subject: '名册',
        result: 'failed',
        reason: '重复',
        detail,
      })
      expect(await added()).toMatchObject([
        {
          action: 'organizations.import',
          actor: '系统',
          subject: '名册',
          result: 'failed',
          reason: '重复',
          detail,
          path: testPath,
        },
      ])
      const [row] = await db.run<{ address: string; request_id: string }>(
        'select address, request_id from audit_events order by event_no desc limit 1',
      )
      expect(row).toEqual({ address: '10.0.0.7', request_id: 'r1' })
      const report = await verifyLog({
        db: confinedQueries(db.connections, everywhere),
        keyring: testKeyring(),
        checkpoints: undefined,
      })
      expect(report.findings).toEqual([])
    })

    it('holds no identity number and no phone, and survives what no database can hold', async () => {
      const added = await eventsSince(db)
      const subject = '张三 11010119900307123X 电话13900001234\u0000\ud800'
      await testDoor(db).record(systemIn(), {
        action: 'identity.reveal',
        subject,
        detail: { number: '99010120150101001２' },
      })
      const [event] = await added()
      expect(event?.subject).toBe('张三 110***********123X 电话139****1234\ufffd\ufffd')
      expect(event?.detail).toEqual({ number: '990***********001２' })
      await testDoor(db).record(systemIn(), { action: 'identity.reveal', subject: '长'.repeat(10_000) })
      expect((await added())[1]?.subject).toHaveLength(4_001)
    })

    it('with the national algorithm when the installation says so, beside the other', async () => {
      const keyring = testKeyring()
      const door = createDoor({
        db,
        clock: () => new Date(),
        auditLog: { keyring, checkpoints: noCheckpoints, macProfile: 'sm3' },
      })
      await door.record(systemIn(), { action: 'platform.start', subject: '' })
      await testDoor(db).record(systemIn(), { action: 'platform.start', subject: '' })
      const rows = await db.run<{ key_id: string }>('select key_id from audit_events order by event_no desc limit 2')
      expect(rows.map((row) => row.key_id)).toEqual(['k1', 'k1+sm3'])
      const report = await verifyLog({
        db: confinedQueries(db.connections, everywhere),
        keyring,
        checkpoints: undefined,
      })
      expect(report.findings).toEqual([])
    })
  })

  describe('a clock that was set back', () => {
    it.each([
      [9, []],
      [11, ['time_backwards']],
    ])('by %i minutes: %j', async (minutes, kinds) => {
      const path = areaPath(`99020${minutes % 10}`)
      const began = Date.parse('2026-09-01T00:00:00Z')
      for (const at of [began, began + 1_000, began + 1_000 - minutes * 60_000, began + 2_000]) {
        await testDoor(db, () => new Date(at)).record(systemIn(path), { action: 'platform.start', subject: '' })
      }
      const report = await verifyLog({
        db: confinedQueries(db.connections, [path]),
        keyring: testKeyring(),
        checkpoints: undefined,
      })
      expect(report.findings.map((finding) => finding.kind)).toEqual(kinds)
    })
  })

  describe('the application itself', () => {
    it.each([
      `update audit_events set subject = 'x'`,
      'delete from audit_events',
      'truncate audit_events',
      'alter table audit_events disable row level security',
    ])('cannot: %s', async (statement) => {
      await expect(
        testDoor(db).write(systemCaller('测试'), ({ db: queries }) => queries.run(statement)),
      ).rejects.toThrow(/permission denied|must be owner/)
    })

    it.each([`update audit_events set subject = 'x'`, 'delete from audit_events'])(
      'nor can maintenance: %s',
      async (statement) => {
        const work = db.transaction(async (queries) => {
          await queries.run('set local role eduduty_maintainer')
          await queries.run(statement)
        })
        await expect(work).rejects.toThrow(/permission denied/)
      },
    )
  })

  describe('a change and its event', () => {
    it('are kept both or neither, whichever statement fails', async () => {
      await db.run('create table if not exists swept (n integer)')
      await db.run('grant select, insert on swept to eduduty_app')
      let outcomes = ''
      for (let nth = 1; nth < 60; nth += 1) {
        const added = await eventsSince(db)
        const [before] = await db.run<{ n: number }>('select count(*)::int as n from swept')
        const failing = failNth(db, nth)
        const door = createDoor({
          db: failing.database,
          clock: () => new Date(),
          auditLog: { keyring: testKeyring(), checkpoints: noCheckpoints },
        })
        const done = await door
          .write(systemIn(), async (ctx) => {
            await ctx.db.run('insert into swept values ($1)', [nth])
            ctx.audit({ action: 'evaluation.run', subject: `第 ${nth} 次` })
          })
          .then(
            () => true,
            () => false,
          )
        const [after] = await db.run<{ n: number }>('select count(*)::int as n from swept')
        const written = (after?.n ?? 0) - (before?.n ?? 0)
        expect({ nth, written }).toEqual({ nth, written: (await added()).length })
        if (done) expect(written).toBe(1)
        outcomes += written === 1 ? (done ? '+' : '?') : '-'
        if (!failing.failed()) break
      }
      // Every call failed once before the run that nothing disturbed; a lost answer to the commit is the only "?".
      expect(outcomes).toMatch(/^-{6,}\??\+$/)
    })
  })
})

/** The same database whose nth statement (commit included) breaks. */
function failNth(db: Database, nth: number): { database: Database; failed: () => boolean } {
  let calls = 0
  let broken = false
  const guard = (): void => {
    calls += 1
    if (calls === nth) {
      broken = true
      throw new Error('cut off on purpose')
    }
  }
  const breaking = (connection: Connection): Connection => ({
    ...connection,
    async run<Row>(statement: string, parameters: readonly unknown[]) {
      if (statement !== 'rollback') guard()
      return connection.run<Row>(statement, parameters)
    },
    async script(statements) {
      guard()
      await connection.script(statements)
    },
  })
  const lent = new Map<Connection, Connection>()
  const connections: Connections = {
    async acquire() {
      const connection = await db.connections.acquire()
      const wrapped = breaking(connection)
      lent.set(wrapped, connection)
      return wrapped
    },
    release: (connection) => db.connections.release(lent.get(connection) ?? connection),
    close: async () => {},
  }
  const database = createDatabase({ kind: db.kind, durability: db.durability, place: db.place, connections })
  return { database, failed: () => broken }
}
