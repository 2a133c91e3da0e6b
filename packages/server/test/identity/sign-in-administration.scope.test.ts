import { defaultSecuritySettings, type RoleId, roles, verbsOf } from '@eduduty/core/identity'
import { beforeAll, describe, expect, it } from 'vitest'
import { addAccount, auditOf, type Browser, openBrowser, signInWorld, type World } from './sign-in-world.ts'

const here = '99/9901/990101/'
const elsewhere = '99/9902/990201/'
const roleIds = Object.keys(roles).filter((role): role is RoleId => role in roles)

let world: World
beforeAll(async () => {
  world = await signInWorld()
})

async function entered(login: string, role: RoleId, county = here, scope = county): Promise<Browser> {
  await addAccount(world, { login, role, path: `${county}D01/`, scope })
  const browser = openBrowser(world)
  await browser.signIn(login)
  return browser
}

interface Listed {
  readonly county_code: string
  readonly session: string
  readonly login_name: string
}
const sessionsOf = async (browser: Browser): Promise<Listed[]> =>
  (await browser.get('/api/identity/sessions')).json().rows

describe('online sessions', () => {
  it.each(roleIds)('%s sees them only with the verb', async (role) => {
    const browser = await entered(`s-${role.replaceAll('_', '-')}`, role)
    const allowed = verbsOf(role).includes('identity.sessions_manage')
    expect((await browser.get('/api/identity/sessions')).statusCode).toBe(allowed ? 200 : 403)
  })

  it('are those of the own area; a foreign one is not there, and stays open', async () => {
    const security = await entered('sec', 'security_admin')
    const beyond = await entered('beyond', 'security_admin', elsewhere)
    const listed = await sessionsOf(security)
    expect(listed.map((row) => row.login_name)).toContain('sec')
    expect(new Set(listed.map((row) => row.county_code))).toEqual(new Set(['990101']))
    const [foreign] = await sessionsOf(beyond)
    const end = ({ county_code, session }: Listed) =>
      security.send(`/api/identity/sessions/${county_code}/${session}/end`, { reason: '测试结束' })
    if (foreign === undefined) throw new Error('no session of the other county')
    expect((await end(foreign)).statusCode).toBe(404)
    expect((await end({ ...foreign, session: 'a'.repeat(64) })).body).toBe((await end(foreign)).body)
    expect((await beyond.get('/api/identity/session')).json().state).toBe('signed_in')
  })

  it('can be ended, with a reason that stands in the log', async () => {
    const security = await entered('ender', 'security_admin')
    const clerk = await entered('clerk', 'supervisor')
    const row = (await sessionsOf(security)).find((one) => one.login_name === 'clerk')
    const url = `/api/identity/sessions/${row?.county_code}/${row?.session}/end`
    expect((await security.send(url, {})).statusCode).toBe(400)
    expect((await clerk.send(url, { reason: '越权' })).statusCode).toBe(403)
    expect((await security.send(url, { reason: '离岗未退出' })).statusCode).toBe(204)
    expect((await clerk.get('/api/identity/session')).json().state).toBe('signed_out')
    expect((await security.send(url, { reason: '离岗未退出' })).statusCode).toBe(404)
    const events = await auditOf(world, 'identity.end_session')
    expect(events.some((event) => event.result === 'done' && event.reason === '离岗未退出')).toBe(true)
  })
})

describe('security settings', () => {
  const put = (browser: Browser, changes: object) =>
    browser.send(
      '/api/identity/settings',
      { settings: { ...defaultSecuritySettings, ...changes }, reason: '测试' },
      'PUT',
    )

  it.each(roleIds)('%s reads and writes them only with the verb', async (role) => {
    const browser = await entered(`c-${role.replaceAll('_', '-')}`, role)
    const allowed = verbsOf(role).includes('identity.settings_manage')
    expect((await browser.get('/api/identity/settings')).statusCode).toBe(allowed ? 200 : 403)
    if (!allowed) expect((await put(browser, {})).statusCode).toBe(403)
  })

  it('are changed only by who reaches everybody that they bind', async () => {
    const security = await entered('county-sec', 'security_admin')
    expect((await put(security, { idle_minutes: 10 })).json()).toMatchObject({ type: 'identity.settings_shared' })
    const province = await entered('province-sec', 'security_admin', here, '99/')
    expect((await put(province, { idle_minutes: 10, lock_after_failures: 4 })).statusCode).toBe(204)
    expect((await security.get('/api/identity/settings')).json()).toMatchObject({ idle_minutes: 10 })
    const event = (await auditOf(world, 'identity.change_settings')).find((one) => one.result === 'done')
    expect(JSON.stringify(event?.detail)).toMatch(/15 → 10.*5 → 4|5 → 4.*15 → 10/)
  })

  it.each([
    { lock_after_failures: 11 },
    { lock_after_failures: 0 },
    { lock_minutes: 9 },
    { idle_minutes: 31 },
    { absolute_hours: 13 },
    { concurrent_sessions: 11 },
    { password_profile: 'none' },
    { idle_minutes: 7.5 },
    { more: 1 },
  ])('cannot be set to %j', async (changes) => {
    const province = await entered(
      `p-${JSON.stringify(changes).length}-${Math.floor(performance.now())}`,
      'security_admin',
      here,
      '99/',
    )
    expect((await put(province, changes)).statusCode).toBe(400)
  })

  it('ask administrators for the second step before anything else', async () => {
    const province = await entered('strict', 'security_admin', here, '99/')
    expect((await put(province, { second_step_for_administrators: true })).statusCode).toBe(204)
    expect((await province.get('/api/identity/session')).json().must_first).toBe('set_totp')
    expect((await province.get('/api/identity/settings')).json()).toMatchObject({ type: 'access.set_totp' })
    const clerk = await entered('plain', 'supervisor')
    expect((await clerk.get('/api/identity/session')).json()).not.toHaveProperty('must_first')
  })
})
