import { Type } from 'typebox'
import { beforeAll, describe, expect, it } from 'vitest'
import { callerOf } from '../../src/platform/http/access.ts'
import type { RegisterRoutes } from '../../src/platform/http/app-type.ts'
import { problemResponses } from '../../src/platform/http/problem.ts'
import { addAccount, openBrowser, rightPassword, signInWorld, type World } from './sign-in-world.ts'

const response = { 200: Type.Object({ verb: Type.String() }), ...problemResponses }
const probe: RegisterRoutes = (app) => {
  const config = { access: { verb: 'organizations.manage' } } as const
  app.get('/api/test/probe', { config, schema: { response } }, async (request) => ({ verb: callerOf(request).verb }))
  app.post('/api/test/probe', { config, schema: { response } }, async (request) => ({ verb: callerOf(request).verb }))
}

let world: World
beforeAll(async () => {
  world = await signInWorld({ routes: [probe] })
  await addAccount(world, { login: 'clerk' })
})

describe('requests that another site sends in somebody’s name', () => {
  it('change nothing without the token of the session', async () => {
    const browser = openBrowser(world)
    await browser.signIn('clerk')
    const cookie = `eduduty_session=${browser.cookies.get('eduduty_session')}`
    const post = (headers: Record<string, string>) =>
      world.app.inject({ method: 'POST', url: '/api/test/probe', headers: { cookie, ...headers } })
    expect((await post({})).json()).toMatchObject({ type: 'access.foreign_page' })
    expect((await post({ 'x-eduduty-csrf': 'guess' })).statusCode).toBe(403)
    const other = openBrowser(world)
    await other.signIn('clerk')
    const foreign = (await other.get('/api/identity/session')).json().csrf
    expect((await post({ 'x-eduduty-csrf': foreign })).statusCode).toBe(403)
    const own = (await browser.get('/api/identity/session')).json().csrf
    expect((await post({ 'x-eduduty-csrf': own })).statusCode).toBe(200)
    expect((await post({ 'x-eduduty-csrf': own, origin: 'http://evil.example' })).statusCode).toBe(400)
  })

  it.each([
    ['text/plain', JSON.stringify({ login_name: 'clerk', password: rightPassword })],
    ['application/x-www-form-urlencoded', `login_name=clerk&password=${rightPassword}`],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="login_name"\r\n\r\nclerk\r\n--x--',
    ],
  ])('cannot sign anybody in by a form of %s', async (type, payload) => {
    const headers = { 'content-type': type }
    const answer = await world.app.inject({ method: 'POST', url: '/api/identity/sign-in', headers, payload })
    expect([400, 415]).toContain(answer.statusCode)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  it('cannot sign in from another origin either', async () => {
    const payload = { login_name: 'clerk', password: rightPassword }
    const headers = { origin: 'http://evil.example', host: 'localhost' }
    const answer = await world.app.inject({ method: 'POST', url: '/api/identity/sign-in', headers, payload })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  it('do nothing by GET', async () => {
    const browser = openBrowser(world)
    await browser.signIn('clerk')
    const rows = () => world.db.run('select to_jsonb(s.*)::text as row from identity_sessions s order by 1')
    const before = await rows()
    for (const path of ['sign-out', 'sign-out-everywhere', 'sign-in', 'account/password', 'set-up', 'activation'])
      expect((await browser.get(`/api/identity/${path}`)).statusCode).toBe(404)
    await browser.get('/api/identity/account')
    expect(await rows()).toEqual(before)
  })

  it('set no field that is not theirs to set', async () => {
    const payload = { login_name: 'clerk', password: rightPassword, is_admin: true }
    const answer = await world.app.inject({ method: 'POST', url: '/api/identity/sign-in', payload })
    expect(answer.statusCode).toBe(400)
  })
})

describe('the demo', () => {
  it('enters demo identities alone, and is not there otherwise', async () => {
    await addAccount(world, { login: 'shown', password: '', isDemo: true })
    const demo = await signInWorld({ demo: true, routes: [probe] })
    const enter = async (at: World, login_name: string) => {
      const browser = openBrowser(at)
      const { statusCode } = await browser.send('/api/identity/demo-sign-in', { login_name })
      return { statusCode, state: (await browser.get('/api/identity/session')).json().state }
    }
    expect(await enter(demo, 'shown')).toEqual({ statusCode: 204, state: 'signed_in' })
    expect(await enter(demo, 'clerk')).toEqual({ statusCode: 404, state: 'signed_out' })
    expect(await enter(demo, 'nobody')).toEqual({ statusCode: 404, state: 'signed_out' })
    expect(await enter(world, 'shown')).toEqual({ statusCode: 404, state: 'signed_out' })
    const listed = (await openBrowser(demo).get('/api/identity/session')).json().demo
    expect(listed).toMatchObject([{ login_name: 'shown', post: '云岭县教育局 督导员', roles: ['督导办'] }])
    expect((await openBrowser(world).get('/api/identity/session')).json().demo).toEqual([])
  })

  it('no password opens a demo identity', async () => {
    expect((await openBrowser(world).signIn('shown', '')).statusCode).toBe(400)
    expect((await openBrowser(world).signIn('shown', 'x')).statusCode).toBe(401)
  })
})
