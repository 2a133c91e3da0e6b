import { areaPath } from '@eduduty/core/organizations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPack, packRoutes } from '../../src/packs/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { CollectedCounty } from '../evaluation/collected-county.ts'
import { depsAs } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { issueAgain, readSmallPack, withStricterLine } from './small-versions.ts'

const county = '990181'
const apps: App[] = []

async function appAs(role: 'supervisor' | 'leader' | 'school_clerk', scope: string): Promise<App> {
  const deps = depsAs(await memoryDatabase(), [{ role, scope: areaPath(scope) }])
  const app = await createApp({ deps, routes: [packRoutes] })
  apps.push(app)
  return app
}
type Listed = { pack_id: string; version: string; hash: string; periods: number; unverified: number }
const list = async (app: App): Promise<Listed[]> => (await app.inject('/api/packs')).json().versions
const ofBooks = async (app: App) => (await list(app)).filter(({ pack_id }) => pack_id === 'small-books')

beforeAll(async () => {
  const db = await memoryDatabase()
  await CollectedCounty.open(db, county)
  await keepPack(db, issueAgain(await readSmallPack(), '1.10.0', withStricterLine))
  await keepPack(
    db,
    issueAgain(await readSmallPack(), '1.9.0', (pack) => pack),
  )
})
afterAll(() => Promise.all(apps.map((app) => app.close())))

describe('installed packs', () => {
  it('are listed newest version first, with what is 未核实 and what stands on each within reach', async () => {
    const own = await ofBooks(await appAs('leader', county))
    expect(own.map(({ version, periods, unverified }) => ({ version, periods, unverified }))).toEqual([
      { version: '1.10.0', periods: 0, unverified: 1 },
      { version: '1.9.0', periods: 0, unverified: 0 },
      { version: '1.0.0', periods: 1, unverified: 0 },
    ])
    const other = await ofBooks(await appAs('leader', '990182'))
    expect(other.map(({ periods }) => periods)).toEqual([0, 0, 0])
  })

  it('tell of one version what differs from the one before and which entries nobody has verified', async () => {
    const app = await appAs('leader', county)
    const [newest] = await ofBooks(app)
    const view = (await app.inject(`/api/packs/small-books/${newest?.hash}`)).json()
    expect(view.unverified_entries).toEqual([
      { section: 'parameters', id: 'books_line', title: '图书线：22（2020-01-01 起）' },
    ])
    expect(view.before.version).toBe('1.9.0')
    expect(view.before.changes.map(({ sentence }: { sentence: string }) => sentence)).toContain(
      '参数“图书线”的取值“2020-01-01 起”由“20”改为“22”。',
    )
    expect(view.sections).toContainEqual({ section: 'registers', title: '台账', count: 3 })
    const none = await app.inject(`/api/packs/small-books/${'0'.repeat(64)}`)
    expect(none.statusCode).toBe(404)
    expect(none.json().detail).toContain('标准包')
  })

  it('come from the folder of the program: installed once, they are offered no more', async () => {
    const app = await appAs('supervisor', county)
    const offered = async (): Promise<string[]> =>
      (await app.inject('/api/packs/offered')).json().offered.map(({ pack_id }: Listed) => pack_id)
    expect(await offered()).toContain('example-school-conditions')
    const headers = { 'x-eduduty-csrf': 'token' }
    const done = await app.inject({ method: 'POST', url: '/api/packs/example-school-conditions', headers })
    expect(done.statusCode).toBe(200)
    expect(await offered()).not.toContain('example-school-conditions')
    expect((await list(app)).map(({ pack_id }) => pack_id)).toContain('example-school-conditions')
  })

  it('are not for schools, and installing is for the supervisor alone', async () => {
    expect((await (await appAs('school_clerk', county)).inject('/api/packs')).statusCode).toBe(403)
    const leader = await appAs('leader', county)
    const headers = { 'x-eduduty-csrf': 'token' }
    const refused = await leader.inject({ method: 'POST', url: '/api/packs/example-school-conditions', headers })
    expect(refused.statusCode).toBe(403)
  })
})
