import { areaPath } from '@eduduty/core/organizations'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { collectionRoutes } from '../../src/collection/routes.ts'
import { evaluationRoutes } from '../../src/evaluation/index.ts'
import { installMissingTables, keepPack, type LoadedPack, packRoutes } from '../../src/packs/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { CollectedCounty } from '../evaluation/collected-county.ts'
import { depsAs } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { issueAgain, readSmallPack, withColumns, withStricterLine } from './small-versions.ts'

const county = '990183'
const headers = { 'x-eduduty-csrf': 'token' }
const apps: App[] = []
let open: CollectedCounty
let [first, stricter, less]: LoadedPack[] = []

async function appAs(role: 'supervisor' | 'leader', scope: string): Promise<App> {
  const deps = depsAs(await memoryDatabase(), [{ role, scope }])
  const app = await createApp({ deps, routes: [collectionRoutes, evaluationRoutes, packRoutes] })
  apps.push(app)
  return app
}
const supervisor = () => appAs('supervisor', areaPath(county))
const place = () => `/api/collection/periods/${county}/${open.period}/versions`
const preview = async (app: App, to: LoadedPack | undefined) =>
  (await app.inject(`/api/evaluation/periods/${county}/${open.period}/versions/${to?.hash}`)).json()
const move = (app: App, to: LoadedPack | undefined) =>
  app.inject({
    method: 'POST',
    url: place(),
    headers,
    payload: { from: first?.hash, to: to?.hash, reason: '标准已修订' },
  })
const undo = (app: App, no: number) =>
  app.inject({ method: 'POST', url: `${place()}/undo`, headers, payload: { move_no: no, reason: '换错了版本' } })

beforeAll(async () => {
  const db = await memoryDatabase()
  open = await CollectedCounty.open(db, county)
  first = await readSmallPack()
  stricter = issueAgain(first, '2.0.0', (pack) => withColumns(withStricterLine(pack), 'more'))
  less = issueAgain(first, '3.0.0', (pack) => withColumns(pack, 'less'))
  for (const version of [stricter, less]) {
    await installMissingTables(db, version.pack)
    await keepPack(db, version)
  }
})
afterAll(() => Promise.all(apps.map((app) => app.close())))

it('says beforehand what changes: rules, forms with the answers that stay, and the verdict on the data so far', async () => {
  const said = await preview(await supervisor(), stricter)
  expect(said).toMatchObject({ from_version: '1.0.0', to_version: '2.0.0', refusals: [] })
  const books = said.forms.find(({ register }: { register: string }) => register === 'books')
  expect(books).toMatchObject({ title: '图书表', tasks: 2, added: ['阅览座位'], lost: [] })
  expect(books.carried).toBeGreaterThanOrEqual(4)
  expect(said.effect.changes[0]).toMatchObject({ kind: 'verdict', before: '达标', after: '未达标' })
})

it('counts the answers that would have no place', async () => {
  const said = await preview(await supervisor(), less)
  const books = said.forms.find(({ register }: { register: string }) => register === 'books')
  expect(books.lost).toEqual([{ title: '图书册数', answers: 2, frozen: 0 }])
})

it('tries a draft on the data so far, without installing anything', async () => {
  const app = await supervisor()
  const from = { kind: 'copy', pack_id: 'small-books', hash: first?.hash, version: '4.0.0' }
  const started = await app.inject({
    method: 'POST',
    url: '/api/packs/drafts',
    headers,
    payload: { title: '加严', from },
  })
  const { draft_id: id } = started.json()
  const trial = () => app.inject(`/api/evaluation/periods/${county}/${open.period}/drafts/${id}`)
  expect((await trial()).json()).toEqual({ judgements: 0, figures: 0, changes: [] })
  const { files } = (await app.inject(`/api/packs/drafts/${county}/${id}`)).json()
  const lines = files.find(({ path }: { path: string }) => path === 'parameters.yaml')
  const text = lines.text.replace(/value: .*/, "value: '22'")
  const payload = { revision: 1, files: [{ path: 'parameters.yaml', text }] }
  await app.inject({ method: 'PUT', url: `/api/packs/drafts/${county}/${id}`, headers, payload })
  expect((await trial()).json().changes[0]).toMatchObject({ kind: 'verdict', before: '达标', after: '未达标' })
})

it('moves a period with its tasks, once, and by the supervisor of the whole county alone', async () => {
  expect((await move(await appAs('leader', areaPath(county)), stricter)).statusCode).toBe(403)
  expect((await move(await appAs('supervisor', areaPath('990184')), stricter)).statusCode).toBe(404)
  expect(
    (await move(await appAs('supervisor', `${areaPath(county)}T01/`), stricter)).statusCode,
  ).toBeGreaterThanOrEqual(403)
  const app = await supervisor()
  const moved = await move(app, stricter)
  expect(moved.json()).toMatchObject({ hash: stricter?.hash, moves: [{ kind: 'move', tasks: 3, to_version: '2.0.0' }] })
  expect((await move(app, stricter)).body).toContain('刚被别人换过')
})

it('goes back while nothing stands in a new column, and not any more afterwards', async () => {
  const app = await supervisor()
  const { undoable } = (await app.inject(place())).json()
  const back = (await undo(app, undoable)).json()
  expect(back.hash).toBe(first?.hash)
  expect(back.moves.map(({ kind }: { kind: string }) => kind)).toEqual(['undo', 'move'])
  expect(back.undoable).toBeUndefined()
  const again = (await move(app, stricter)).json()
  const row = await rowOf('S2199000001')
  await open.type('books', 'S2199000001', 'seats', '40', '', row)
  const refused = await undo(app, again.undoable)
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('“图书表”的“阅览座位”已有1格')
  await open.type('books', 'S2199000001', 'seats', '', '40', row)
  expect((await undo(app, again.undoable)).json().hash).toBe(first?.hash)
})

it('refuses where a frozen form would lose a column', async () => {
  await open.freeze('books', 'S2199000001')
  const app = await supervisor()
  expect((await preview(app, less)).refusals).toHaveLength(1)
  const refused = await move(app, less)
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('“图书册数”一栏有1格数据，新版本没有这一栏')
})

it('says before and after which frozen forms stay without an answer in new columns', async () => {
  const app = await supervisor()
  const before = (await preview(app, stricter)).forms.find(({ register }: { register: string }) => register === 'books')
  expect(before).toMatchObject({ frozen: 1, added: ['阅览座位'] })
  expect((await app.inject(place())).json().unfilled).toEqual([])
  const moved = (await move(app, stricter)).json()
  expect(moved.unfilled).toEqual([{ title: '图书表', columns: ['阅览座位'], frozen: 1 }])
  await open.freeze('books', 'S2199000002')
  // That one was filled under the new version: it was frozen after the move.
  await (await memoryDatabase()).run(
    `update collection_submissions set frozen_at = now() + interval '1 day' where county_code = $1 and submission_id =
       (select submission_id from collection_tasks where county_code = $1 and task_id = $2)`,
    [county, open.task('books', 'S2199000002')],
  )
  expect((await app.inject(place())).json().unfilled).toMatchObject([{ frozen: 1 }])
  expect((await undo(app, moved.undoable)).json().unfilled).toEqual([])
})

async function rowOf(unit: string): Promise<number> {
  const [row] = await (await memoryDatabase()).run<{ row_no: number }>(
    `select row_no from r_small_books_books where county_code = $1 and submission_id =
       (select submission_id from collection_tasks where county_code = $1 and task_id = $2)`,
    [county, open.task('books', unit)],
  )
  return row?.row_no ?? 0
}
