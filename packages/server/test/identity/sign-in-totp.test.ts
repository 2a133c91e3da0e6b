import { beforeAll, describe, expect, it } from 'vitest'
import { totpCode } from '../../src/identity/sign-in/totp.ts'
import { addAccount, type Browser, openBrowser, rightPassword, signInWorld, type World } from './sign-in-world.ts'

let world: World
beforeAll(async () => {
  world = await signInWorld()
})

const stepAt = (shift = 0): number => Math.floor(world.clock().getTime() / 30_000) + shift

/** Binds the second step as a person would; gives the seed in their app. */
async function bind(browser: Browser): Promise<string> {
  const draft = (await browser.send('/api/identity/account/totp', { password: rightPassword })).json()
  const code = totpCode(draft.seed, stepAt())
  const bound = await browser.send('/api/identity/account/totp/confirm', { draft: draft.draft, code })
  expect(bound.statusCode).toBe(204)
  world.clock.pass(1)
  return draft.seed
}

async function boundAccount(login: string): Promise<{ seed: string; browser: Browser }> {
  await addAccount(world, { login })
  const browser = openBrowser(world)
  await browser.signIn(login)
  return { seed: await bind(browser), browser }
}

describe('the code', () => {
  // RFC 6238, appendix B: the last six digits of the values for SHA-1.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at second %d is %s', (second, code) => {
    expect(totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', Math.floor(second / 30))).toBe(code)
  })
})

describe('the second step', () => {
  it('is asked for after the password, and not without it', async () => {
    const { seed } = await boundAccount('two')
    const browser = openBrowser(world)
    expect((await browser.signIn('two', 'wrong')).json()).toMatchObject({ type: 'identity.sign_in_refused' })
    expect((await browser.signIn('two')).json()).toMatchObject({ type: 'identity.totp_needed' })
    expect((await browser.signIn('two', rightPassword, totpCode(seed, stepAt()))).statusCode).toBe(204)
  })

  it('takes each code once', async () => {
    const { seed } = await boundAccount('once')
    const code = totpCode(seed, stepAt())
    const tries = await Promise.all([1, 2, 3].map(() => openBrowser(world).signIn('once', rightPassword, code)))
    expect(tries.filter((answer) => answer.statusCode === 204)).toHaveLength(1)
    expect((await openBrowser(world).signIn('once', rightPassword, code)).json()).toMatchObject({
      type: 'identity.totp_refused',
    })
  })

  it('bears clocks that differ by half a minute, not by a whole one', async () => {
    const { seed } = await boundAccount('skew')
    const enter = async (shift: number) =>
      (await openBrowser(world).signIn('skew', rightPassword, totpCode(seed, stepAt(shift)))).statusCode
    expect(await enter(-2)).toBe(401)
    expect(await enter(2)).toBe(401)
    expect(await enter(-1)).toBe(204)
    world.clock.pass(2)
    expect(await enter(1)).toBe(204)
  })

  it('guesses at the code lock like guesses at the password', async () => {
    await boundAccount('codes')
    const browser = openBrowser(world)
    for (let at = 0; at < 5; at += 1) await browser.signIn('codes', rightPassword, '000000')
    expect((await browser.signIn('codes', rightPassword, '000000')).statusCode).toBe(429)
  })

  it('asking for it again and again is no failure', async () => {
    const { seed } = await boundAccount('ask')
    const browser = openBrowser(world)
    for (let at = 0; at < 7; at += 1) expect((await browser.signIn('ask')).statusCode).toBe(401)
    expect((await browser.signIn('ask', rightPassword, totpCode(seed, stepAt()))).statusCode).toBe(204)
  })

  it('is bound only with the password and a code that fits, and only from one’s own draft', async () => {
    await addAccount(world, { login: 'draft' })
    await addAccount(world, { login: 'thief' })
    const [browser, thief] = [openBrowser(world), openBrowser(world)]
    await browser.signIn('draft')
    await thief.signIn('thief')
    expect((await browser.send('/api/identity/account/totp', { password: 'wrong' })).statusCode).toBe(400)
    const { seed, draft } = (await browser.send('/api/identity/account/totp', { password: rightPassword })).json()
    const confirm = (from: Browser, code: string) => from.send('/api/identity/account/totp/confirm', { draft, code })
    const right = totpCode(seed, stepAt())
    expect((await confirm(thief, right)).json()).toMatchObject({ type: 'identity.totp_draft_stale' })
    expect((await confirm(browser, right === '000000' ? '000001' : '000000')).statusCode).toBe(401)
    world.clock.pass(10)
    expect((await confirm(browser, totpCode(seed, stepAt()))).statusCode).toBe(204)
    world.clock.pass(6)
    expect((await confirm(browser, totpCode(seed, stepAt()))).json()).toMatchObject({
      type: 'identity.totp_draft_stale',
    })
  })

  it('can be taken off again, with the password', async () => {
    const { browser } = await boundAccount('off')
    expect((await browser.send('/api/identity/account/totp/remove', { password: 'wrong' })).statusCode).toBe(400)
    expect((await browser.send('/api/identity/account/totp/remove', { password: rightPassword })).statusCode).toBe(204)
    expect((await openBrowser(world).signIn('off')).statusCode).toBe(204)
  })

  it('is nowhere kept in clear', async () => {
    const { seed } = await boundAccount('sealed')
    const rows = await world.db.run('select to_jsonb(identity_accounts.*)::text as row from identity_accounts')
    const events = await world.db.run('select to_jsonb(audit_events.*)::text as row from audit_events')
    expect(JSON.stringify([rows, events])).not.toContain(seed)
  })
})
