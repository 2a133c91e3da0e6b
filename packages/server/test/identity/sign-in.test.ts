import { beforeAll, describe, expect, it } from 'vitest'
import { systemIn, testPath } from '../harness/doors.ts'
import { addAccount, auditOf, openBrowser, signInWorld, type World } from './sign-in-world.ts'

let world: World
beforeAll(async () => {
  world = await signInWorld()
})

const session = '/api/identity/session'
const stateOf = async (browser: ReturnType<typeof openBrowser>): Promise<string> =>
  (await browser.get(session)).json().state

describe('signing in', () => {
  it('asks for the set-up as long as there is no account', async () => {
    expect((await openBrowser(world).get(session)).json()).toMatchObject({ state: 'set_up', verbs: [], demo: [] })
  })

  it('opens a session that says who one is and what one may do', async () => {
    await addAccount(world, { login: 'lan' })
    const browser = openBrowser(world)
    expect(await stateOf(browser)).toBe('signed_out')
    expect((await browser.signIn('  LAN ')).statusCode).toBe(204)
    const view = (await browser.get(session)).json()
    expect(view).toMatchObject({ state: 'signed_in', idle_minutes: 15, person: { unit_name: '云岭县教育局' } })
    expect(view.person.posts).toMatchObject([{ title: '督导员', roles: [{ id: 'supervisor', title: '督导办' }] }])
    expect(view.verbs).toContain('evaluation.read')
    expect(view).not.toHaveProperty('must_first')
    expect(await auditOf(world, 'identity.sign_in')).toMatchObject([
      { result: 'done', subject: expect.stringContaining('lan') },
    ])
  })

  it('hands out a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await openBrowser(world).signIn('lan')
    const cookie = answer.headers['set-cookie']?.toString() ?? ''
    expect(cookie).toMatch(/eduduty_session=990101\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/)
    expect(cookie).not.toContain('Secure')
  })

  it('keeps no token in the database', async () => {
    const browser = openBrowser(world)
    await browser.signIn('lan')
    const token = browser.cookies.get('eduduty_session') ?? ''
    const rows = await world.db.run('select to_jsonb(identity_sessions.*)::text as row from identity_sessions')
    expect(JSON.stringify(rows)).not.toContain(token.split('.')[1])
  })

  it('gives another token at every sign-in; one that was planted before is worth nothing', async () => {
    const browser = openBrowser(world)
    await browser.signIn('lan')
    const planted = browser.cookies.get('eduduty_session') ?? ''
    await browser.signIn('lan')
    expect(browser.cookies.get('eduduty_session')).not.toBe(planted)
    const thief = openBrowser(world)
    thief.cookies.set('eduduty_session', planted)
    expect(await stateOf(thief)).toBe('signed_out')
  })

  it('takes no invented or damaged token', async () => {
    for (const token of ['', 'x', `990101.${'a'.repeat(43)}`, `99010'.${'a'.repeat(43)}`, `000000.${'-'.repeat(43)}`]) {
      const browser = openBrowser(world)
      browser.cookies.set('eduduty_session', token)
      expect(await stateOf(browser)).toBe('signed_out')
    }
  })
})

describe('how long a session lasts', () => {
  it('ends after 15 minutes without anything done, and says so once in the log', async () => {
    await addAccount(world, { login: 'idle' })
    const browser = openBrowser(world)
    await browser.signIn('idle')
    world.clock.pass(14)
    expect(await stateOf(browser)).toBe('signed_in')
    world.clock.pass(14)
    expect(await stateOf(browser)).toBe('signed_in')
    world.clock.pass(15)
    expect(await stateOf(browser)).toBe('signed_out')
    expect(await stateOf(browser)).toBe('signed_out')
    const ends = await auditOf(world, 'identity.end_session')
    expect(ends.filter((event) => event.reason === '超时')).toHaveLength(1)
  })

  it('ends after 8 hours, however busy', async () => {
    await addAccount(world, { login: 'busy' })
    const browser = openBrowser(world)
    await browser.signIn('busy')
    for (let minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
      world.clock.pass(10)
      expect(await stateOf(browser)).toBe('signed_in')
    }
    world.clock.pass(10)
    expect(await stateOf(browser)).toBe('signed_out')
  })

  it('is seen to be in use at most once a minute', async () => {
    await addAccount(world, { login: 'seen' })
    const browser = openBrowser(world)
    await browser.signIn('seen')
    const seenAt = async () =>
      (await browser.get('/api/identity/account')).json().sessions.map((one: { seen_at: string }) => one.seen_at)
    const first = await seenAt()
    world.clock.pass(0.5)
    expect(await seenAt()).toEqual(first)
    world.clock.pass(1)
    await seenAt()
    expect(await seenAt()).not.toEqual(first)
  })

  it('three at once at most: the oldest makes room', async () => {
    await addAccount(world, { login: 'many' })
    const browsers = [1, 2, 3, 4].map(() => openBrowser(world))
    for (const browser of browsers) {
      await browser.signIn('many')
      world.clock.pass(1)
    }
    const states = await Promise.all(browsers.map(stateOf))
    expect(states).toEqual(['signed_out', 'signed_in', 'signed_in', 'signed_in'])
  })

  it('also when the sign-ins come at the same moment', async () => {
    await addAccount(world, { login: 'crowd' })
    const browsers = Array.from({ length: 4 }, () => openBrowser(world))
    await Promise.all(browsers.map((browser) => browser.signIn('crowd')))
    const states = await Promise.all(browsers.map(stateOf))
    expect(states.filter((state) => state === 'signed_in')).toHaveLength(3)
  })
})

describe('ending sessions', () => {
  it('signing out ends this one, everywhere ends all', async () => {
    await addAccount(world, { login: 'leave' })
    const [one, other] = [openBrowser(world), openBrowser(world)]
    await one.signIn('leave')
    await other.signIn('leave')
    const held = one.cookies.get('eduduty_session') ?? ''
    expect((await one.send('/api/identity/sign-out')).statusCode).toBe(204)
    expect(one.cookies.has('eduduty_session')).toBe(false)
    one.cookies.set('eduduty_session', held)
    expect([await stateOf(one), await stateOf(other)]).toEqual(['signed_out', 'signed_in'])
    const third = openBrowser(world)
    await third.signIn('leave')
    await other.send('/api/identity/sign-out-everywhere')
    expect(await stateOf(third)).toBe('signed_out')
  })

  it('a disabled account is out at once, and cannot come back', async () => {
    const id = await addAccount(world, { login: 'gone' })
    const browser = openBrowser(world)
    await browser.signIn('gone')
    await world.door.write(systemIn(testPath), async ({ db }) => {
      await db.kysely.updateTable('identity_accounts').set({ status: 'disabled' }).where('person_id', '=', id).execute()
    })
    expect(await stateOf(browser)).toBe('signed_out')
    expect((await openBrowser(world).signIn('gone')).json()).toMatchObject({ type: 'identity.sign_in_refused' })
  })

  it('lists one’s own sessions and ends one of them, never another person’s', async () => {
    await addAccount(world, { login: 'mine' })
    await addAccount(world, { login: 'yours' })
    const [here, there, other] = [openBrowser(world), openBrowser(world, '10.9.9.9'), openBrowser(world)]
    await here.signIn('mine')
    await there.signIn('mine')
    await other.signIn('yours')
    const list = async (browser: typeof here) => (await browser.get('/api/identity/account')).json().sessions
    const mine = await list(here)
    expect(mine).toHaveLength(2)
    const elsewhere = mine.find((one: { current: boolean }) => !one.current)
    expect(elsewhere).toMatchObject({ address: '10.9.9.9' })
    const [foreign] = await list(other)
    const end = (id: string) => here.send(`/api/identity/account/sessions/${id}/end`)
    expect((await end(foreign.session)).statusCode).toBe(404)
    expect((await end(elsewhere.session)).statusCode).toBe(204)
    expect([await stateOf(there), await stateOf(other)]).toEqual(['signed_out', 'signed_in'])
  })
})

describe('what a post allows', () => {
  it('follows the calendar of China: from the first day to the day before the last', async () => {
    const id = await addAccount(world, { login: 'dated' })
    const on = async (since: string, until: string | null) => {
      await world.door.write(systemIn(testPath), async ({ db }) => {
        await db.kysely.updateTable('identity_tenures').set({ since, until }).where('person_id', '=', id).execute()
      })
      const browser = openBrowser(world)
      await browser.signIn('dated')
      return (await browser.get(session)).json().verbs.length > 0
    }
    const now = world.clock()
    const today = new Date(now.getTime() + 8 * 3_600_000)
    const day = (offset: number): string => new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10)
    expect(await on(day(0), day(1))).toBe(true)
    expect(await on(day(-9), day(0))).toBe(false)
    expect(await on(day(1), null)).toBe(false)
    expect(await on(day(-1), null)).toBe(true)
  })
})
