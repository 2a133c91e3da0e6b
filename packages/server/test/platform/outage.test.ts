import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testDoor } from '../harness/doors.ts'
import { createServerDatabase } from '../harness/postgres-server.ts'
import { startProxy, type TcpProxy } from '../harness/tcp-proxy.ts'

/** DB_OUTAGE=60 npx vitest run … for a longer one. */
const seconds = Number(process.env.DB_OUTAGE ?? 1)

describe('while the database server is away', () => {
  let proxy: TcpProxy
  let app: App
  const closing: (() => Promise<void>)[] = []
  const open = async (): Promise<App> => {
    const url = new URL(await createServerDatabase())
    await (await openServer(url.href)).close()
    proxy = await startProxy({ host: url.hostname, port: Number(url.port) })
    url.port = String(proxy.port)
    const db = await openServer(url.href, { size: 4, patience: 800 })
    const built = await createApp({ deps: depsAs(db, []), routes: [] })
    closing.push(async () => {
      await built.close()
      await db.close()
      await proxy.close()
    })
    return built
  }
  beforeAll(async () => {
    app = await open()
  })
  afterAll(async () => {
    for (const close of closing) await close()
  })

  const ask = async () => {
    const begun = performance.now()
    const answer = await app.inject('/api/health')
    return { answer, took: performance.now() - begun }
  }
  const askMany = (count: number) => Promise.all(Array.from({ length: count }, ask))

  it('requests are refused at once, with when to come again; later they are answered without a restart', async () => {
    for (const { answer } of await askMany(20)) expect(answer.statusCode).toBe(200)
    proxy.stop()
    proxy.takeAttempts()
    const begun = performance.now()
    let rounds = 0
    while (performance.now() < begun + seconds * 1000) {
      rounds += 1
      for (const { answer, took } of await askMany(50)) {
        expect(answer.statusCode).toBe(503)
        expect(answer.headers['retry-after']).toBe('5')
        expect(answer.json().type).toMatch(/^database\.(unreachable|interrupted)$/)
        expect(took).toBeLessThan(4_000)
      }
      await wait(50)
    }
    // One try at a time, not one for each of the many requests.
    const elapsed = (performance.now() - begun) / 1000
    expect(rounds).toBeGreaterThan(0)
    expect(proxy.takeAttempts()).toBeLessThanOrEqual(4 + 3 * (elapsed + 1))
    proxy.restore()
    await expect.poll(async () => (await ask()).answer.statusCode, { timeout: 15_000 }).toBe(200)
    for (const { answer } of await askMany(20)) expect(answer.statusCode).toBe(200)
  })

  it('a server that has fallen silent is given up as well', async () => {
    proxy.stop()
    await ask()
    proxy.hang()
    await wait(1_100)
    const { answer, took } = await ask()
    expect(answer.statusCode).toBe(503)
    expect(took).toBeLessThan(6_000)
    proxy.stop()
    proxy.restore()
    await expect.poll(async () => (await ask()).answer.statusCode, { timeout: 15_000 }).toBe(200)
  })
})

describe('a statement that takes too long', () => {
  it('is ended by the server; its transaction is undone and others go on', async () => {
    const db = await openServer(await createServerDatabase(), { size: 2 })
    const door = testDoor(db, () => new Date(), 300)
    const slow = door.write(systemIn(), async (ctx) => {
      ctx.audit({ action: 'platform.start', subject: '不应留下' })
      await ctx.db.run(`insert into platform_settings values ('desk.slow', '1', now())`)
      await ctx.db.run('select pg_sleep(20)')
    })
    await expect(slow).rejects.toMatchObject({ sqlstate: '57014' })
    expect(await door.read(systemIn(), (ctx) => ctx.db.run('select 1 as one'))).toEqual([{ one: 1 }])
    expect(await db.run('select * from platform_settings')).toEqual([])
    await db.close()
  })
})
