import { areaPath } from '@eduduty/core/organizations'
import { beforeEach, describe, expect, it } from 'vitest'
import { accessRoutes, peopleRoutes } from '../../src/identity/index.ts'
import { issueSecret } from '../../src/identity/people/issue-secret.ts'
import { systemIn, testCounty } from '../harness/doors.ts'
import { addAccount, auditOf, type Browser, openBrowser, signInWorld, type World } from './sign-in-world.ts'

const newPassword = 'Yun-Hai-2027'
let world: World
let security: Browser
let serial = 0

beforeEach(async () => {
  world ??= await signInWorld({ routes: [peopleRoutes, accessRoutes] })
  serial += 1
  security = (await entered('security_admin')).browser
})

type Role = NonNullable<Parameters<typeof addAccount>[1]['role']>

/** Somebody of a role who is signed in. */
async function entered(role: Role, path = areaPath(testCounty)) {
  serial += 1
  const login = `u${serial}`
  const id = await addAccount(world, { login, role, path: `${path}D01/`, scope: path })
  const browser = openBrowser(world, `10.2.${serial}.1`)
  await browser.signIn(login)
  return { id, login, browser }
}

const account = (id: string) => `/api/identity/people/${testCounty}/${id}/account`

async function issue(id: string): Promise<{ code: string; needs_confirmation: boolean }> {
  const answer = await security.send(`${account(id)}/secret`, { reason: '忘记口令' })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

/** The time that tells the code which the account has now. */
async function issuedAt(id: string): Promise<string> {
  const [found] = await world.db.run<{ at: string | null }>(
    'select secret_issued_at as at from identity_accounts where county_code = $1 and person_id = $2',
    [testCounty, id],
  )
  return found?.at ?? new Date(0).toISOString()
}

const decide = async (browser: Browser, id: string, approve = true, reason = approve ? '' : '本人没有申请') =>
  browser.send(`${account(id)}/secret/decision`, { approve, reason, issued_at: await issuedAt(id) })

const activate = (login_name: string, code: string) =>
  openBrowser(world, `10.3.${serial}.1`).send('/api/identity/activation', { login_name, code, password: newPassword })

const waitingFor = async (browser: Browser, login: string) => {
  const { secrets } = (await browser.get('/api/identity/administrators')).json()
  return secrets.filter((secret: { login_name: string }) => secret.login_name === login)
}

describe('a one-time code for an administrator', () => {
  it('is of no use to its issuer alone, and becomes usable by the word of a third', async () => {
    const auditor = await entered('auditor')
    const system = await entered('system_admin')
    const { code, needs_confirmation } = await issue(auditor.id)
    expect(needs_confirmation).toBe(true)
    expect((await activate(auditor.login, code)).json()).toMatchObject({ type: 'identity.secret_unconfirmed' })
    expect((await openBrowser(world).signIn(auditor.login)).statusCode).toBe(204)

    expect((await decide(security, auditor.id)).json()).toMatchObject({ type: 'identity.own_secret' })
    expect((await decide(auditor.browser, auditor.id)).json()).toMatchObject({ type: 'identity.own_account' })
    expect(await waitingFor(system.browser, auditor.login)).toMatchObject([{ may_confirm: true }])
    expect(await waitingFor(security, auditor.login)).toMatchObject([{ may_confirm: false }])
    expect(await waitingFor(auditor.browser, auditor.login)).toMatchObject([{ may_confirm: false }])
    expect((await activate(auditor.login, code)).statusCode).toBe(409)

    expect((await decide(system.browser, auditor.id)).statusCode).toBe(200)
    expect(await waitingFor(system.browser, auditor.login)).toEqual([])
    expect((await decide(system.browser, auditor.id)).json()).toMatchObject({ type: 'identity.no_secret_waiting' })
    expect((await activate(auditor.login, code)).statusCode).toBe(204)
    expect((await openBrowser(world).signIn(auditor.login, newPassword)).statusCode).toBe(204)
    const events = (await auditOf(world, 'identity.confirm_secret')).filter(({ subject }) =>
      subject.includes(auditor.login),
    )
    expect(events.filter(({ result }) => result === 'done')).toHaveLength(1)
  })

  it('is void when the other does not confirm it', async () => {
    const other = await entered('security_admin')
    const system = await entered('system_admin')
    const { code } = await issue(other.id)
    expect((await decide(system.browser, other.id, false, '')).json()).toMatchObject({
      type: 'identity.reason_missing',
    })
    expect((await decide(system.browser, other.id, false)).statusCode).toBe(200)
    expect((await activate(other.login, code)).json()).toMatchObject({ type: 'identity.activation_refused' })
  })

  it('needs the word anew when it is issued anew', async () => {
    const auditor = await entered('auditor')
    const system = await entered('system_admin')
    await issue(auditor.id)
    await decide(system.browser, auditor.id)
    const { code } = await issue(auditor.id)
    expect((await activate(auditor.login, code)).json()).toMatchObject({ type: 'identity.secret_unconfirmed' })
  })

  it('is decided on as it was shown, and not when another was issued meanwhile', async () => {
    const auditor = await entered('auditor')
    const system = await entered('system_admin')
    const other = await entered('security_admin')
    await issue(auditor.id)
    const [shown] = await waitingFor(system.browser, auditor.login)
    world.clock.pass(1)
    const again = await other.browser.send(`${account(auditor.id)}/secret`, { reason: '忘记口令' })
    const word = (issued_at: string) =>
      system.browser.send(`${account(auditor.id)}/secret/decision`, { approve: true, reason: '', issued_at })
    expect((await word(shown.issued_at)).json()).toMatchObject({ type: 'identity.secret_reissued' })
    expect((await activate(auditor.login, again.json().code)).json()).toMatchObject({
      type: 'identity.secret_unconfirmed',
    })
    const [now] = await waitingFor(system.browser, auditor.login)
    expect((await word(now.issued_at)).statusCode).toBe(200)
    const events = (await auditOf(world, 'identity.confirm_secret')).filter(
      ({ subject, result }) => subject.includes(auditor.login) && result === 'done',
    )
    expect(JSON.parse(String(events[0]?.detail))).toMatchObject({ issuer: other.id })
  })

  it('needs it also when the person became an administrator after it was issued', async () => {
    const clerk = await entered('supervisor')
    const { code, needs_confirmation } = await issue(clerk.id)
    expect(needs_confirmation).toBe(false)
    const system = await entered('system_admin')
    expect((await decide(system.browser, clerk.id)).json()).toMatchObject({ type: 'identity.no_secret_waiting' })
    await world.db.run(
      `update identity_grants set role = 'auditor' where post_id = (select post_id from identity_tenures where person_id = $1)`,
      [clerk.id],
    )
    expect((await activate(clerk.login, code)).json()).toMatchObject({ type: 'identity.secret_unconfirmed' })
  })

  it('from the command line of the server needs nobody else', async () => {
    const auditor = await entered('auditor')
    const key = { county: testCounty, personId: auditor.id }
    const { code } = await world.door.write(systemIn(), (ctx) =>
      issueSecret(ctx, key, { reason: '没有别的管理员', confirmedBy: 'command_line' }),
    )
    expect(await waitingFor(security, auditor.login)).toEqual([])
    expect((await activate(auditor.login, code)).statusCode).toBe(204)
  })
})

it('a code of anybody else is used at once, and cannot be confirmed by others than administrators of the county', async () => {
  const clerk = await entered('supervisor')
  const { code } = await issue(clerk.id)
  expect((await activate(clerk.login, code)).statusCode).toBe(204)
  const auditor = await entered('auditor')
  await issue(auditor.id)
  const supervisor = await entered('supervisor')
  expect((await decide(supervisor.browser, auditor.id)).statusCode).toBe(403)
  const elsewhere = await entered('system_admin', areaPath('990201'))
  expect((await decide(elsewhere.browser, auditor.id)).statusCode).toBe(404)
  expect(await waitingFor(elsewhere.browser, auditor.login)).toEqual([])
})
