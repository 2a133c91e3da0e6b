import { beforeAll, describe, expect, it } from 'vitest'
import { totpCode } from '../../src/identity/sign-in/totp.ts'
import { eventsSince } from '../harness/audit-events.ts'
import { addAccount, openBrowser, rightPassword, signInWorld, type World } from './sign-in-world.ts'

let world: World
let serial = 0
beforeAll(async () => {
  world = await signInWorld()
})

/** An account of its own, with a browser at an address of its own. */
async function somebody() {
  serial += 1
  const login = `one${serial}`
  await addAccount(world, { login })
  const address = `10.8.${serial}.1`
  return { login, address, browser: openBrowser(world, address) }
}

/** What `work` leaves in the log: action, result and reason of each event, oldest first. */
async function leaves(work: () => Promise<unknown>, where: Pick<World, 'db'> = world): Promise<readonly string[]> {
  const events = await eventsSince(where.db)
  await work()
  return (await events()).map(({ action, result, reason }) =>
    [action.replace('identity.', ''), result, reason.replace(/[，。].*$/, '')].join(' ').trim(),
  )
}

const wrong = 'sign_in denied 登录名或口令不正确'
const session = '/api/identity/session'

describe('each of these leaves exactly one event', () => {
  it('a sign-in, also when several come at one moment', async () => {
    const { login, browser, address } = await somebody()
    expect(await leaves(() => browser.signIn(login))).toEqual(['sign_in done'])
    const together = () => Promise.all([1, 2].map(() => openBrowser(world, address).signIn(login)))
    expect(await leaves(together)).toEqual(['sign_in done', 'sign_in done'])
  })

  it('a wrong password, and a name that nobody has', async () => {
    const { login, browser } = await somebody()
    expect(await leaves(() => browser.signIn(login, 'wrong'))).toEqual([wrong])
    expect(await leaves(() => browser.signIn('nobody-has-this', 'wrong'))).toEqual([wrong])
    expect(await leaves(() => Promise.all(['a', 'b', 'c'].map((one) => browser.signIn(login, one))))).toEqual([
      wrong,
      wrong,
      wrong,
    ])
  })

  it('a try that is locked out or slowed, right or wrong', async () => {
    const { login, address } = await somebody()
    const guess = (password?: string) => openBrowser(world, address).signIn(login, password)
    const five = async () => {
      for (let at = 0; at < 5; at += 1) await guess('wrong')
    }
    expect(await leaves(five)).toEqual([wrong, wrong, wrong, wrong, wrong])
    for (const password of ['wrong', undefined])
      expect(await leaves(() => guess(password))).toEqual([expect.stringMatching(/^sign_in denied 连续多次登录失败/)])
    world.clock.pass(30)
    expect(await leaves(() => guess())).toEqual(['sign_in done'])
    const many = async () => {
      for (let at = 0; at < 21; at += 1) await openBrowser(world, '10.8.0.9').signIn(`nobody${at}`, 'wrong')
    }
    expect(await leaves(many)).toHaveLength(21)
  })

  it('signing out, here or everywhere; a second time there is nothing to end', async () => {
    const { login, browser, address } = await somebody()
    await browser.signIn(login)
    expect(await leaves(() => browser.send('/api/identity/sign-out'))).toEqual(['sign_out done'])
    expect(await leaves(() => browser.send('/api/identity/sign-out'))).toEqual([])
    const [one, other] = [openBrowser(world, address), openBrowser(world, address)]
    await one.signIn(login)
    await other.signIn(login)
    expect(await leaves(() => one.send('/api/identity/sign-out-everywhere'))).toEqual(['sign_out done'])
    expect(await leaves(() => other.get(session))).toEqual([])
  })

  it('a session that ran out, though several requests find it so at once', async () => {
    const { login, browser } = await somebody()
    await browser.signIn(login)
    world.clock.pass(15)
    const requests = () => Promise.all([1, 2, 3, 4].map(() => browser.get(session)))
    expect(await leaves(requests)).toEqual(['end_session done 超时'])
    expect(await leaves(() => browser.get('/api/identity/account'))).toEqual([])
    expect(await leaves(() => browser.signIn(login))).toEqual(['sign_in done'])
    for (let minutes = 0; minutes < 8 * 60; minutes += 10) {
      world.clock.pass(10)
      if (minutes < 8 * 60 - 10) await browser.get(session)
    }
    expect(await leaves(requests)).toEqual(['end_session done 超时'])
  })
})

describe('with a second step', () => {
  const codeNow = (seed: string): string => totpCode(seed, Math.floor(world.clock().getTime() / 30_000))

  async function bound() {
    const { login, browser, address } = await somebody()
    await browser.signIn(login)
    const { seed, draft } = (await browser.send('/api/identity/account/totp', { password: rightPassword })).json()
    const confirm = () => browser.send('/api/identity/account/totp/confirm', { draft, code: codeNow(seed) })
    expect(await leaves(confirm)).toEqual(['set_totp done'])
    world.clock.pass(1)
    const enter = (code?: string) => openBrowser(world, address).signIn(login, rightPassword, code)
    return { login, address, seed, enter }
  }

  it('password and code together are one sign-in', async () => {
    const { seed, enter } = await bound()
    const both = async () => {
      expect((await enter()).json()).toMatchObject({ type: 'identity.totp_needed' })
      expect((await enter(codeNow(seed))).statusCode).toBe(204)
    }
    expect(await leaves(both)).toEqual(['sign_in done'])
  })

  it('a wrong code, a used one and a wrong password are one refusal each', async () => {
    const { login, address, seed, enter } = await bound()
    await enter(codeNow(seed))
    const refused = 'sign_in denied 动态口令不正确'
    const usedAgain = async () => {
      await enter()
      await enter(codeNow(seed))
    }
    expect(await leaves(usedAgain)).toEqual([expect.stringContaining(refused)])
    expect(await leaves(() => enter('000000'))).toEqual([expect.stringContaining(refused)])
    expect(await leaves(() => openBrowser(world, address).signIn(login, 'wrong'))).toEqual([wrong])
  })

  it('a right password whose code never comes is one refusal, however often it was asked for', async () => {
    const { login, address } = await bound()
    const own = await signInWorld({ db: world.db, clock: world.clock })
    const askedFor = async () => {
      for (let at = 0; at < 3; at += 1) await openBrowser(own, address).signIn(login)
    }
    expect(await leaves(askedFor)).toEqual([])
    expect(await leaves(() => own.app.close())).toEqual(['sign_in denied 口令正确'])
  })
})
