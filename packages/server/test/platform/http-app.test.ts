import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../../src/platform/errors/app-error.ts'
import type { App, RegisterRoutes } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { problemResponses } from '../../src/platform/http/problem.ts'
import { depsAs } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const web = temporaryFolder()
mkdirSync(join(web, 'assets'))
writeFileSync(join(web, 'index.html'), '<title>履教通</title>')
writeFileSync(join(web, 'assets/main-a1B2c3D4.js'), 'export {}')

const Answer = Type.Object({ shown: Type.String() }, { additionalProperties: false })

const open = { access: { public: '测试' } } as const

const lists = { querystring: Type.Object({ codes: Type.Array(Type.String()) }), body: Type.Array(Type.String()) }

const routes: RegisterRoutes = (app, deps) => {
  const response = { 200: Answer, ...problemResponses }
  app.get('/api/test/leak', { config: open, schema: { response } }, async () => {
    const row = { shown: '可见', hidden: '身份证号' }
    return row
  })
  app.get('/api/test/refused', { config: open, schema: { response } }, async () => {
    throw new AppError('database.not_empty', { table: 't' })
  })
  app.get('/api/test/bug', { config: open, schema: { response } }, async () => {
    await deps.db.run(`select 'secret' from no_such_table`)
    return { shown: '' }
  })
  const body = Type.Object({ name: Type.String({ minLength: 1 }) }, { additionalProperties: false })
  app.post('/api/test/echo', { config: open, schema: { body, response } }, async (request) => ({
    shown: request.body.name,
  }))
  app.post('/api/test/lists', { config: open, schema: { ...lists, response } }, async ({ query, body }) => ({
    shown: [query.codes.length, body.length].join(),
  }))
}

describe('the HTTP application', () => {
  let app: App
  beforeAll(async () => {
    const deps = depsAs(await memoryDatabase(), [])
    app = await createApp({ deps, routes: [routes], webFolder: web, hostNames: ['localhost', '127.0.0.1'] })
  })
  afterAll(() => app.close())

  it('tells how it is', async () => {
    const answer = await app.inject('/api/health')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ status: 'ok', database: { kind: 'memory', durability: false } })
  })

  it('never lets an undeclared field out', async () => {
    const answer = await app.inject('/api/test/leak')
    expect(answer.json()).toEqual({ shown: '可见' })
  })

  it('refuses with the sentence of the error table', async () => {
    const answer = await app.inject('/api/test/refused')
    expect(answer.statusCode).toBe(409)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toEqual({
      type: 'database.not_empty',
      title: '目标数据库不是空的（表 t 中已有数据）。',
      status: 409,
      detail: '请换一个空的数据目录或空的数据库。',
    })
  })

  it('takes one thing where a list is asked for, in the address and as the whole body, in every application', async () => {
    const other = await createApp({ deps: depsAs(await memoryDatabase(), []), routes: [routes] })
    for (const asked of [app, other, app]) {
      const send = (payload: string, headers = { 'content-type': 'application/json' }) =>
        asked.inject({ method: 'POST', url: '/api/test/lists?codes=a', payload, headers })
      expect((await send('"x"')).json()).toEqual({ shown: '1,1' })
      expect((await send('["x", "y"]')).json()).toEqual({ shown: '1,2' })
      expect((await send('[{}]')).json()).toMatchObject({ type: 'request.invalid', status: 400 })
    }
    await other.close()
  })

  it('says nothing of its inside when it has a bug', async () => {
    const answer = await app.inject('/api/test/bug')
    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toMatchObject({ type: 'internal.bug', status: 500 })
    expect(answer.body).not.toMatch(/secret|select|no_such_table|\.ts|at /)
  })

  it.each([
    [{}, '缺少必填项'],
    [{ name: '' }, '“name”'],
    [{ name: '甲', more: 1 }, '多余的项'],
  ])('refuses the body %j and says which field', async (payload, says) => {
    const answer = await app.inject({ method: 'POST', url: '/api/test/echo', payload })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().title).toContain(says)
  })

  it('refuses bodies that are no JSON, too large, or of another type', async () => {
    const send = (payload: string, type: string) =>
      app.inject({ method: 'POST', url: '/api/test/echo', payload, headers: { 'content-type': type } })
    expect((await send('{"name":', 'application/json')).json()).toMatchObject({ type: 'request.refused', status: 400 })
    expect((await send(`"${'x'.repeat(2_000_000)}"`, 'application/json')).json()).toMatchObject({ status: 413 })
    expect((await send('<name/>', 'application/xml')).json()).toMatchObject({ status: 415 })
  })

  it('refuses other host names and forms sent by other pages', async () => {
    expect((await app.inject({ url: '/api/health', headers: { host: 'evil.example' } })).statusCode).toBe(400)
    const post = (origin: string) =>
      app.inject({
        method: 'POST',
        url: '/api/test/echo',
        payload: { name: '甲' },
        headers: { origin, host: 'localhost:5173' },
      })
    expect((await post('http://evil.example')).statusCode).toBe(400)
    expect((await post('null')).statusCode).toBe(400)
    expect((await post('http://localhost:5173')).json()).toEqual({ shown: '甲' })
  })

  it('serves pages, and finds no API where there is none', async () => {
    const page = await app.inject('/schools/S1?stage=x')
    expect(page.body).toContain('履教通')
    expect(page.headers['cache-control']).toBe('no-cache')
    expect((await app.inject('/assets/main-a1B2c3D4.js')).headers['cache-control']).toContain('immutable')
    expect((await app.inject('/assets/main-gone.js')).statusCode).toBe(404)
    const unknown = await app.inject('/api/nothing')
    expect(unknown.statusCode).toBe(404)
    expect(unknown.json()).toMatchObject({ type: 'request.not_found' })
    expect((await app.inject('/../package.json')).body).not.toContain('"workspaces"')
  })

  it('sends a strict policy that still works over plain HTTP', async () => {
    const { headers } = await app.inject('/')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('does not start with a route that declares no response', async () => {
    const deps = depsAs(await memoryDatabase(), [])
    const careless: RegisterRoutes = (target) => {
      target.get('/api/test/careless', async () => ({ all: true }))
    }
    await expect(createApp({ deps, routes: [careless] }).then((built) => built.ready())).rejects.toThrow(
      '/api/test/careless',
    )
  })
})
