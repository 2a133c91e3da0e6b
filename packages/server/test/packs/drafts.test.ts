import { areaPath } from '@eduduty/core/organizations'
import type { DraftEntry, DraftView, PackFile } from '@eduduty/core/packs'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPack, packRoutes, readPack } from '../../src/packs/index.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

const county = '990183'
const headers = { 'x-eduduty-csrf': 'token' }
const apps: App[] = []
let app: App

async function appAs(role: 'supervisor' | 'leader', scope = county): Promise<App> {
  const deps = depsAs(await memoryDatabase(), [{ role, scope: areaPath(scope) }])
  const made = await createApp({ deps, routes: [packRoutes] })
  apps.push(made)
  return made
}

beforeAll(async () => {
  app = await appAs('supervisor')
})
afterAll(() => Promise.all(apps.map((one) => one.close())))

const send = (method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
  app.inject({ method, url: `/api/packs/drafts${url}`, headers, ...(payload && { payload }) })
const upload = (name: string, payload: Uint8Array) =>
  app.inject({
    method: 'POST',
    url: `/api/packs/drafts/upload?name=${encodeURIComponent(name)}`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(payload),
  })
const pathOf = ({ county_code, draft_id }: DraftEntry): string => `/${county_code}/${draft_id}`
const read = async (draft: DraftEntry): Promise<DraftView> =>
  (await app.inject(`/api/packs/drafts${pathOf(draft)}`)).json()
const check = async (draft: DraftEntry) => (await app.inject(`/api/packs/drafts${pathOf(draft)}/check`)).json()

async function start(from: object, title = '试写'): Promise<DraftEntry> {
  const answer = await send('POST', '', { title, from })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const textOf = (files: readonly PackFile[], path: string): string =>
  files.find((file) => file.path === path)?.text ?? ''
const save = (draft: DraftEntry, revision: number, path: string, text: string) =>
  send('PUT', pathOf(draft), { revision, files: [{ path, text }] })

async function installShipped(id: string): Promise<{ pack_id: string; hash: string }> {
  const { loaded } = await readPack(id, '/')
  if (loaded === undefined) throw new Error('the shipped pack is wrong')
  await keepPack(await memoryDatabase(), loaded)
  return { pack_id: id, hash: loaded.hash }
}

describe('drafts of packs', () => {
  it('start blank without a mistake, are saved, and say at the place what is wrong', async () => {
    const draft = await start({ kind: 'blank' })
    expect(await check(draft)).toMatchObject({ revision: 1, errors: 0 })
    const rules = textOf((await read(draft)).files, 'rules.yaml')
    const saved = await save(draft, 1, 'rules.yaml', rules.replace('÷ 在校生', '÷ 在校人'))
    expect(saved.json().revision).toBe(2)
    const { errors, problems } = await check(draft)
    expect(errors).toBe(1)
    expect(problems[0]).toMatchObject({ file: 'rules.yaml', line: 16, suggestion: expect.stringContaining('在校生') })
  })

  it('of two people who change the same state, the later is refused and nothing is overwritten', async () => {
    const draft = await start({ kind: 'blank' })
    expect((await send('PUT', pathOf(draft), { revision: 1, files: [], removed: ['golden.yaml'] })).statusCode).toBe(
      200,
    )
    const late = await save(draft, 1, 'pack.yaml', 'pack: {}')
    expect(late.statusCode).toBe(409)
    expect(late.json()).toMatchObject({ type: 'pack.draft_stale' })
    const { files, revision } = await read(draft)
    expect(revision).toBe(2)
    expect(files.map(({ path }) => path)).toEqual(['pack.yaml', 'registers.yaml', 'rules.yaml'])
    expect(textOf(files, 'pack.yaml')).toContain('id: my-standard')
  })

  it('copy an installed version with its comments under a new number, install once, and are then closed', async () => {
    const version = await installShipped('example-school-conditions')
    const draft = await start({ kind: 'copy', ...version, version: '9.0.0' })
    expect(draft.base).toMatchObject({ pack_id: 'example-school-conditions', hash: version.hash })
    const { files } = await read(draft)
    expect(files.some(({ text }) => text.includes('version: 9.0.0'))).toBe(true)
    expect(files.some(({ text }) => text.includes('#'))).toBe(true)
    expect((await send('POST', `${pathOf(draft)}/install`, { revision: 3 })).json()).toMatchObject({
      type: 'pack.draft_stale',
    })
    const done = await send('POST', `${pathOf(draft)}/install`, { revision: 1 })
    expect(done.json()).toMatchObject({ pack_id: 'example-school-conditions', version: '9.0.0' })
    const again = await send('POST', `${pathOf(draft)}/install`, { revision: 1 })
    expect(again.json()).toMatchObject({ type: 'pack.draft_installed' })
    expect((await save(draft, 1, 'pack.yaml', 'x')).json()).toMatchObject({ type: 'pack.draft_installed' })
    const other = await start({ kind: 'copy', ...version, version: '9.0.0' })
    const manifest = (await read(other)).files.find(({ text }) => text.includes('version: 9.0.0'))
    if (manifest === undefined) throw new Error('no manifest')
    await save(other, 1, manifest.path, manifest.text.replace(/title: .*/, 'title: 另一内容'))
    const taken = await send('POST', `${pathOf(other)}/install`, { revision: 2 })
    expect(taken.json()).toMatchObject({ type: 'pack.version_taken' })
  })

  it('tailor an installed version, and do not install with a mistake', async () => {
    const version = await installShipped('example-school-conditions')
    const manifest = { title: '加严', issuer: '某局', document: '某文件', scope: '某县', since: '2026-01-01' }
    const draft = await start({ kind: 'overlay', ...version, id: 'our-stricter', ...manifest })
    expect(await check(draft)).toMatchObject({ errors: 0 })
    const changes = 'changes:\n  - in: indicators\n    id: nothing_like_it\n    drop: true\n'
    await save(draft, 1, 'changes.yaml', changes)
    const refused = await send('POST', `${pathOf(draft)}/install`, { revision: 2 })
    expect(refused.statusCode).toBe(409)
    expect(refused.json().title).toContain('changes.yaml 第 3 行')
  })

  it('go out as zip and workbook and come back the same; deleted, they are gone', async () => {
    const draft = await start({ kind: 'blank' }, '往返')
    const { files } = await read(draft)
    const zip = await app.inject(`/api/packs/drafts${pathOf(draft)}/file?format=zip`)
    const back: DraftEntry = (await upload('往返.zip', zip.rawPayload)).json()
    expect((await read(back)).files).toEqual(files)
    const book = await app.inject(`/api/packs/drafts${pathOf(draft)}/file?format=xlsx`)
    const sheets: DraftEntry = (await upload('往返.xlsx', book.rawPayload)).json()
    expect(await check(sheets)).toMatchObject({ errors: 0 })
    expect((await send('PUT', `${pathOf(back)}/title`, { title: '改名' })).json()).toMatchObject({ title: '改名' })
    expect((await send('DELETE', pathOf(back))).statusCode).toBe(204)
    expect((await app.inject(`/api/packs/drafts${pathOf(back)}`)).statusCode).toBe(404)
  })

  it('are for those who install packs, within their reach', async () => {
    const draft = await start({ kind: 'blank' })
    const leader = await appAs('leader')
    expect((await leader.inject('/api/packs/drafts')).statusCode).toBe(403)
    const elsewhere = await appAs('supervisor', '990184')
    expect((await elsewhere.inject(`/api/packs/drafts${pathOf(draft)}`)).statusCode).toBe(404)
    expect((await elsewhere.inject('/api/packs/drafts')).json().drafts).toEqual([])
  })
})

describe('what is uploaded', () => {
  const pack = strToU8('pack: { id: x }\n')
  it('may stand in a folder of its own and bear Chinese names of older programs', async () => {
    const name = Buffer.from([0xb1, 0xea, 0xd7, 0xbc]).toString('latin1')
    const bytes = zipSync({ [`${name}/pack.yaml`]: pack, [`${name}/说明.txt`]: pack })
    // The library writes latin-1 letters as UTF-8: put the bytes of the older programs in their place.
    const raw = Buffer.from(bytes)
    const gb = Buffer.from(
      raw.toString('latin1').replaceAll(Buffer.from(name, 'utf8').toString('latin1'), 'AAAAAAAA'),
      'latin1',
    )
    expect((await upload('标准.zip', gb)).statusCode).toBe(200)
  })

  it.each([
    ['a way out of the folder', zipSync({ '../pack.yaml': pack }), '文件夹外面'],
    ['no file of a pack', zipSync({ 'readme.txt': pack }), '没有 .yaml 文件'],
    ['a bomb', zipSync({ 'pack.yaml': new Uint8Array(30_000_000) }), '太大'],
    ['something else', strToU8('not a zip at all'), '不完整'],
  ])('is refused in words: %s', async (_, bytes, says) => {
    const answer = await upload('标准.zip', bytes)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().title).toContain(says)
  })
})

describe('what a draft means', () => {
  const get = async (draft: DraftEntry, what: string) =>
    (await app.inject(`/api/packs/drafts${pathOf(draft)}/${what}`)).json()

  it('names what a formula may use, with initials, and prints a formula as readers say it', async () => {
    const draft = await start({ kind: 'blank' })
    const names = await get(draft, 'names?place=school')
    expect(names.scalars).toContainEqual({ title: '在校生', initials: 'zxs', note: '数，人' })
    expect(names.scalars.map(({ title }: { title: string }) => title)).toContain('参数.生均校舍线')
    const form = names.rowsets.find(({ title }: { title: string }) => title === '校舍表')
    expect(form.columns.map(({ initials }: { initials: string }) => initials)).toContain('xsmj')
    expect(names.functions.find(({ title }: { title: string }) => title === '计数').note).toContain('行数')
    const printed = await send('POST', `${pathOf(draft)}/formula`, { place: 'school', text: '校舍表.floor/enrolment' })
    expect(printed.json()).toMatchObject({ text: '校舍表.校舍面积 ÷ 在校生', unit: '平方米/人' })
  })

  it('runs its worked examples and says what came out', async () => {
    const draft = await start({ kind: 'blank' })
    expect((await get(draft, 'golden')).cases).toMatchObject([{ met: true, answers: [{ title: '生均校舍' }] }])
    const golden = textOf((await read(draft)).files, 'golden.yaml')
    await save(draft, 1, 'golden.yaml', golden.replace("value: '5'", "value: '6'"))
    const [wrong] = (await get(draft, 'golden')).cases
    expect(wrong.answers[0].compared[0]).toMatchObject({ word: '精确值', wanted: '6', got: '5' })
  })

  it('tells of an overlay what it changes and which step relaxes without authority', async () => {
    const version = await installShipped('example-school-conditions')
    const manifest = { title: '放松', issuer: '某局', document: '某文件', scope: '某县', since: '2026-01-01' }
    const draft = await start({ kind: 'overlay', ...version, id: 'our-looser', ...manifest })
    const content = (await read(draft)).files
    const { loaded } = await readPack('example-school-conditions', '/')
    const effect = loaded?.pack.effects?.[0]?.id ?? ''
    expect(content.map(({ path }) => path)).toContain('changes.yaml')
    await save(draft, 1, 'changes.yaml', `changes:\n  - { in: effects, id: ${effect}, drop: true }\n`)
    const { proof, changes } = await get(draft, 'differences')
    expect(proof.steps).toMatchObject([{ effect: '放宽', open: true, id: effect }])
    expect(changes.some(({ kind }: { kind: string }) => kind === 'removed')).toBe(true)
  })
})
