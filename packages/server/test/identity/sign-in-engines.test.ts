import { expect, it } from 'vitest'
import { createPasswordHasher } from '../../src/identity/sign-in/password-hasher.ts'
import { totpCode } from '../../src/identity/sign-in/totp.ts'
import { onBothEngines } from '../harness/engines.ts'
import { addAccount, openBrowser, rightPassword, signInWorld } from './sign-in-world.ts'

/** What must hold when requests truly come at once. */
onBothEngines((database) => {
  it('five looks at the password, whatever the number of guesses at once', async () => {
    const world = await signInWorld({ db: database(), hasher: createPasswordHasher() })
    await addAccount(world, { login: 'race' })
    const guesses = Array.from({ length: 15 }, () => openBrowser(world).signIn('race', 'wrong'))
    const answers = await Promise.all(guesses)
    expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(5)
    expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(10)
  })

  it('three sessions, whatever the number of sign-ins at once; each code of the second step once', async () => {
    const world = await signInWorld({ db: database(), hasher: createPasswordHasher() })
    await addAccount(world, { login: 'twice' })
    const first = openBrowser(world)
    await first.signIn('twice')
    const draft = (await first.send('/api/identity/account/totp', { password: rightPassword })).json()
    const codeNow = (): string => totpCode(draft.seed, Math.floor(world.clock().getTime() / 30_000))
    await first.send('/api/identity/account/totp/confirm', { draft: draft.draft, code: codeNow() })
    world.clock.pass(1)
    const same = await Promise.all([1, 2, 3].map(() => openBrowser(world).signIn('twice', rightPassword, codeNow())))
    expect(same.filter((answer) => answer.statusCode === 204)).toHaveLength(1)
    await first.send('/api/identity/account/totp/remove', { password: rightPassword })
    world.clock.pass(1)
    const browsers = Array.from({ length: 4 }, () => openBrowser(world))
    await Promise.all(browsers.map((browser) => browser.signIn('twice')))
    const sessions = await Promise.all(browsers.map((browser) => browser.get('/api/identity/session')))
    expect(sessions.filter((answer) => answer.json().state === 'signed_in')).toHaveLength(3)
  })
})
