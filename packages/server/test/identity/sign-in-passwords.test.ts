import type { SecuritySettings } from '@eduduty/core/identity'
import { defaultSecuritySettings } from '@eduduty/core/identity'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashSecretCode, makeSecretCode } from '../../src/identity/people/secret-code.ts'
import { storeSettings } from '../../src/identity/settings/store-settings.ts'
import { createPasswordHasher, isOutdatedHash } from '../../src/identity/sign-in/password-hasher.ts'
import { systemIn, testPath } from '../harness/doors.ts'
import { addAccount, openBrowser, rightPassword, signInWorld, type World } from './sign-in-world.ts'

let world: World
beforeAll(async () => {
  world = await signInWorld()
})

const set = (changes: Partial<SecuritySettings>) =>
  world.door.write(systemIn(testPath), (ctx) => storeSettings(ctx, { ...defaultSecuritySettings, ...changes }))
beforeEach(() => set({}))

const session = '/api/identity/session'
const hashOf = async (login: string): Promise<string> => {
  const rows = await world.db.run<{ password_hash: string }>(
    'select password_hash from identity_accounts where login_name = $1',
    [login],
  )
  return rows[0]?.password_hash ?? ''
}

/** A code as the security administrator issues it. */
async function issueCode(login: string, hours = 72): Promise<string> {
  const code = makeSecretCode()
  await world.door.write(systemIn(testPath), async ({ db, now }) => {
    await db.kysely
      .updateTable('identity_accounts')
      .set({ secret_hash: hashSecretCode(code), secret_expires_at: new Date(now.getTime() + hours * 3_600_000) })
      .where('login_name', '=', login)
      .execute()
  })
  return code
}

describe('hashes of passwords', () => {
  it.each(['scrypt', 'sm3'] as const)('are made and compared by %s', async (profile) => {
    const hasher = createPasswordHasher()
    const one = await hasher.hash('Ｌan 天 pass', profile)
    expect(await hasher.hash('Ｌan 天 pass', profile)).not.toBe(one)
    expect(await hasher.matches('Lan 天 pass', one, 'scrypt')).toBe(true)
    expect(await hasher.matches('lan 天 pass', one, 'scrypt')).toBe(false)
    expect(isOutdatedHash(one, profile)).toBe(false)
    expect(isOutdatedHash(one, profile === 'sm3' ? 'scrypt' : 'sm3')).toBe(true)
  })

  it('say no without a hash, or with a damaged one', async () => {
    const hasher = createPasswordHasher()
    for (const stored of [undefined, '', '$scrypt$ln=15,r=8,p=1$$', 'x'])
      expect(await hasher.matches('x', stored, 'scrypt')).toBe(false)
  })

  it('wait for one another, and refuse whoever would wait too long', async () => {
    const hasher = createPasswordHasher({ parallel: 1, waiting: 2 })
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => hasher.hash('x', 'sm3')))
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
    const busy = await signInWorld({ hasher: createPasswordHasher({ parallel: 1, waiting: 0 }) })
    const answers = await Promise.all([1, 2].map(() => openBrowser(busy).signIn('nobody')))
    const refused = answers.find((answer) => answer.statusCode === 503)
    expect(refused?.headers['retry-after']).toBe('5')
  })

  it('are renewed at sign-in when the installation changes to 国密', async () => {
    await addAccount(world, { login: 'renew' })
    await set({ hash_profile: 'sm3' })
    expect((await openBrowser(world).signIn('renew')).statusCode).toBe(204)
    expect(await hashOf('renew')).toMatch(/^\$pbkdf2-sm3\$i=100000\$/)
    expect((await openBrowser(world).signIn('renew')).statusCode).toBe(204)
  })
})

describe('changing one’s password', () => {
  it('needs the present one, ends other sessions, keeps this one', async () => {
    await addAccount(world, { login: 'change' })
    const [here, there] = [openBrowser(world), openBrowser(world)]
    await here.signIn('change')
    await there.signIn('change')
    const change = (current: string, next: string) => here.send('/api/identity/account/password', { current, next })
    expect((await change('wrong', 'Yun-Hai-2027')).json()).toMatchObject({ type: 'identity.password_wrong' })
    expect((await change(rightPassword, 'short')).json().title).toContain('至少要 10 位，现在是 5 位')
    expect((await change(rightPassword, rightPassword)).json()).toMatchObject({ type: 'identity.password_refused' })
    expect((await change(rightPassword, 'Yun-Hai-2027')).statusCode).toBe(204)
    expect((await here.get(session)).json().state).toBe('signed_in')
    expect((await there.get(session)).json().state).toBe('signed_out')
    expect((await openBrowser(world).signIn('change', 'Yun-Hai-2027')).statusCode).toBe(204)
  })

  it('counts wrong present passwords like failed sign-ins', async () => {
    await addAccount(world, { login: 'stolen' })
    const browser = openBrowser(world)
    await browser.signIn('stolen')
    const guess = () => browser.send('/api/identity/account/password', { current: 'wrong', next: 'Yun-Hai-2027' })
    for (let at = 0; at < 5; at += 1) expect((await guess()).statusCode).toBe(400)
    expect((await guess()).statusCode).toBe(429)
  })

  it('takes none of the last five back under 等保, and forces nobody under ASVS', async () => {
    await addAccount(world, { login: 'again' })
    const browser = openBrowser(world)
    await browser.signIn('again')
    const change = async (current: string, next: string) =>
      (await browser.send('/api/identity/account/password', { current, next })).statusCode
    const passwords = [rightPassword, ...[1, 2, 3, 4, 5].map((at) => `Yun-Hai-203${at}`)]
    for (const [at, next] of passwords.entries()) {
      const current = passwords[at - 1]
      if (current !== undefined) expect(await change(current, next)).toBe(204)
    }
    expect(await change('Yun-Hai-2035', 'Yun-Hai-2031')).toBe(400)
    expect(await change('Yun-Hai-2035', rightPassword)).toBe(204)
    world.clock.pass(91 * 24 * 60)
    await browser.signIn('again')
    expect((await browser.get(session)).json().must_first).toBe('set_password')
    expect((await browser.get('/api/identity/settings')).json()).toMatchObject({ type: 'access.set_password' })
    await set({ password_profile: 'asvs' })
    expect((await browser.get(session)).json()).not.toHaveProperty('must_first')
    expect(await change(rightPassword, 'Yun-Hai-2031')).toBe(204)
    expect(await change('Yun-Hai-2031', '一匹红马走过十二座山')).toBe(400)
    expect(await change('Yun-Hai-2031', '一匹红马慢慢走过十二座青山')).toBe(204)
  })
})

describe('activation', () => {
  it('sets the password with the one-time code, once', async () => {
    await addAccount(world, { login: 'fresh', status: 'waiting', password: '' })
    const code = await issueCode('fresh')
    const activate = (given: string, password = 'Yun-Hai-2027') =>
      openBrowser(world).send('/api/identity/activation', { login_name: 'fresh', code: given, password })
    expect((await activate('WRONG-WRONG')).json()).toMatchObject({ type: 'identity.activation_refused' })
    expect((await activate(code, 'fresh')).json()).toMatchObject({ type: 'identity.password_refused' })
    const tries = await Promise.all([1, 2].map(() => activate(code.toLowerCase().replaceAll('-', ' '))))
    expect(tries.map((answer) => answer.statusCode).toSorted()).toEqual([204, 400])
    expect((await activate(code)).statusCode).toBe(400)
    expect((await openBrowser(world).signIn('fresh', 'Yun-Hai-2027')).statusCode).toBe(204)
  })

  it('is over when the code is three days old', async () => {
    await addAccount(world, { login: 'late', status: 'waiting', password: '' })
    const code = await issueCode('late')
    world.clock.pass(72 * 60)
    const late = { login_name: 'late', code, password: 'Yun-Hai-2027' }
    expect((await openBrowser(world).send('/api/identity/activation', late)).statusCode).toBe(400)
  })

  it('resets a forgotten password: locks and sessions of before are gone', async () => {
    await addAccount(world, { login: 'forgot' })
    const old = openBrowser(world)
    await old.signIn('forgot')
    const stranger = openBrowser(world, '10.8.0.1')
    for (let at = 0; at < 6; at += 1) await stranger.signIn('forgot', 'wrong')
    const code = await issueCode('forgot')
    const reset = { login_name: 'forgot', code, password: 'Yun-Hai-2027' }
    expect((await stranger.send('/api/identity/activation', reset)).statusCode).toBe(204)
    expect((await old.get(session)).json().state).toBe('signed_out')
    expect((await stranger.signIn('forgot', 'Yun-Hai-2027')).statusCode).toBe(204)
  })

  it('says the same of an unknown name, a disabled account and a wrong code', async () => {
    await addAccount(world, { login: 'off', status: 'disabled' })
    const code = await issueCode('off')
    const bodies = await Promise.all(
      [
        ['off', code],
        ['nobody', code],
        ['fresh', 'X'],
      ].map(async ([login_name, given]) => {
        const body = { login_name, code: given, password: 'Yun-Hai-2027' }
        return (await openBrowser(world).send('/api/identity/activation', body)).body
      }),
    )
    expect(new Set(bodies).size).toBe(1)
  })
})
