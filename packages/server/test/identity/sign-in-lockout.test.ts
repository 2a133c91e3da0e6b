import { beforeAll, describe, expect, it } from 'vitest'
import { createPasswordHasher, type PasswordHasher } from '../../src/identity/sign-in/password-hasher.ts'
import { refuseEvenly } from '../../src/identity/sign-in/visitor.ts'
import { addAccount, auditOf, openBrowser, signInWorld, type World } from './sign-in-world.ts'

let hashes = 0
const real = createPasswordHasher()
/** Works as the real one and counts. */
const hasher: PasswordHasher = {
  hash: real.hash,
  matches(password, stored, profile) {
    hashes += 1
    return real.matches(password, stored, profile)
  },
}

let world: World
beforeAll(async () => {
  world = await signInWorld({ hasher })
})

const guess = (browser: ReturnType<typeof openBrowser>, login: string, count = 1) =>
  Promise.all(Array.from({ length: count }, (_, index) => browser.signIn(login, `wrong-${index}`)))

describe('guessing at one account', () => {
  it('is locked after five failures for half an hour; the right password then works again', async () => {
    await addAccount(world, { login: 'lock' })
    const browser = openBrowser(world, '10.0.0.1')
    for (const answer of await guess(browser, 'lock', 5)) expect(answer.statusCode).toBe(401)
    const locked = await browser.signIn('lock')
    expect(locked.statusCode).toBe(429)
    expect(locked.json()).toMatchObject({ type: 'identity.locked', detail: expect.stringContaining('30 分钟') })
    expect(locked.headers['retry-after']).toBe('1800')
    world.clock.pass(29)
    expect((await browser.signIn('lock')).statusCode).toBe(429)
    world.clock.pass(1)
    expect((await browser.signIn('lock')).statusCode).toBe(204)
  })

  it('gives no more than five looks at the password, though all guesses come at once', async () => {
    await addAccount(world, { login: 'burst' })
    hashes = 0
    const answers = await guess(openBrowser(world, '10.0.0.2'), 'burst', 18)
    expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(5)
    expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(13)
    expect(hashes).toBe(5)
  })

  it('does not lock out who has signed in from this browser before', async () => {
    await addAccount(world, { login: 'known' })
    const own = openBrowser(world, '10.0.0.3')
    await own.signIn('known')
    await own.send('/api/identity/sign-out')
    await guess(openBrowser(world, '10.0.0.4'), 'known', 8)
    expect((await openBrowser(world, '10.0.0.5').signIn('known')).statusCode).toBe(429)
    expect((await own.signIn('known')).statusCode).toBe(204)
  })

  it('counts the known browser by itself, and a mark of another account opens nothing', async () => {
    await addAccount(world, { login: 'marked' })
    await addAccount(world, { login: 'victim' })
    const attacker = openBrowser(world, '10.0.0.6')
    await attacker.signIn('marked')
    await guess(attacker, 'victim', 5)
    expect((await attacker.signIn('victim')).statusCode).toBe(429)
    await guess(attacker, 'marked', 5)
    expect((await attacker.signIn('marked')).statusCode).toBe(429)
    expect((await openBrowser(world, '10.0.0.7').signIn('marked')).statusCode).toBe(204)
  })

  it('takes no forged mark of a browser', async () => {
    await addAccount(world, { login: 'forge' })
    await guess(openBrowser(world, '10.0.0.8'), 'forge', 5)
    for (const mark of ['a'.repeat(24), '中'.repeat(24), '']) {
      const browser = openBrowser(world, '10.0.0.8')
      browser.cookies.set('eduduty_device', `${'b'.repeat(22)}.${encodeURI(mark)}`)
      expect((await browser.signIn('forge')).statusCode).toBe(429)
    }
  })

  it('begins anew after a success', async () => {
    await addAccount(world, { login: 'typo' })
    const browser = openBrowser(world, '10.0.0.9')
    await guess(browser, 'typo', 4)
    expect((await browser.signIn('typo')).statusCode).toBe(204)
    await guess(browser, 'typo', 4)
    expect((await browser.signIn('typo')).statusCode).toBe(204)
  })
})

describe('one guess at each of many accounts', () => {
  it('is slowed when it comes from one address; others go on', async () => {
    await addAccount(world, { login: 'neighbour' })
    const browser = openBrowser(world, '10.6.6.6')
    const answers = []
    for (let at = 0; at < 24; at += 6)
      answers.push(...(await Promise.all([0, 1, 2, 3, 4, 5].map((one) => browser.signIn(`name${at + one}`, 'wrong')))))
    const slowed = answers.filter((answer) => answer.statusCode === 429)
    expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(20)
    expect(slowed[0]?.json()).toMatchObject({ type: 'identity.slowed' })
    expect(Number(slowed[0]?.headers['retry-after'])).toBeGreaterThan(0)
    expect((await openBrowser(world, '10.6.6.7').signIn('neighbour')).statusCode).toBe(204)
    world.clock.pass(1)
    expect((await browser.signIn('name99', 'wrong')).statusCode).toBe(401)
  })
})

describe('a name that nobody has', () => {
  it('answers like a wrong password: same status, same words, same work, same lock', async () => {
    await addAccount(world, { login: 'real' })
    const seen: Record<string, unknown[]> = {}
    for (const [login, address] of [
      ['real', '10.7.0.1'],
      ['unreal', '10.7.0.2'],
    ] as const) {
      hashes = 0
      const browser = openBrowser(world, address)
      const answers = []
      for (let at = 0; at < 7; at += 1) answers.push(await browser.signIn(login, 'wrong'))
      const { 'retry-after': retry } = answers[6]?.headers ?? {}
      seen[login] = [answers.map((answer) => [answer.statusCode, answer.body]), hashes, retry]
    }
    expect(seen.unreal).toEqual(seen.real)
  })

  it('waiting and disabled accounts answer the same', async () => {
    await addAccount(world, { login: 'waiting', status: 'waiting', password: '' })
    await addAccount(world, { login: 'disabled', status: 'disabled' })
    const bodies = []
    for (const login of ['waiting', 'disabled', 'nobody']) {
      hashes = 0
      const answer = await openBrowser(world, '10.7.1.1').signIn(login)
      bodies.push([answer.statusCode, answer.body, hashes])
    }
    expect(bodies[0]).toEqual(bodies[2])
    expect(bodies[1]).toEqual(bodies[2])
  })

  it('leaves one event without the name, which may be a password', async () => {
    const deniedIn = async (county: string) =>
      (await auditOf(world, 'identity.sign_in')).filter((event) => event.county_code === county).length
    const before = [await deniedIn('000000'), await deniedIn('990101')]
    await openBrowser(world, '10.7.2.1').signIn('MySecret-Password1', 'x')
    await openBrowser(world, '10.7.2.1').signIn('real', 'Another-Secret')
    expect([await deniedIn('000000'), await deniedIn('990101')]).toEqual(before.map((count) => count + 1))
    const all = await world.db.run('select to_jsonb(audit_events.*)::text as text from audit_events')
    expect(JSON.stringify(all).toLowerCase()).not.toMatch(/mysecret|another-secret|wrong-/)
  })

  it('is refused no sooner than a full quarter of a second after it asked', async () => {
    const took = async (work: number) => {
      const started = performance.now()
      const refused = refuseEvenly(async () => {
        await new Promise((done) => setTimeout(done, work))
        throw new Error('no')
      })
      await expect(refused).rejects.toThrow('no')
      return performance.now() - started
    }
    for (const work of [0, 40, 90]) expect(await took(work)).toBeGreaterThan(248)
  })
})
