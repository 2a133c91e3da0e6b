import { beforeAll, describe, expect, it } from 'vitest'
import { addAccount, openBrowser, signInWorld, type World } from './sign-in-world.ts'

let world: World
beforeAll(async () => {
  world = await signInWorld()
})

const session = '/api/identity/session'

describe('signing in', () => {
  it('asks for the set-up as long as there is no account', async () => {
    expect((await openBrowser(world).get(session)).json()).toMatchObject({ state: 'set_up', verbs: [], demo: [] })
  })

  it('opens a session that says who one is and what one may do', async () => {
    await addAccount(world, { login: 'lan' })
    const browser = openBrowser(world)
    expect((await browser.get(session)).json()).toMatchObject({ state: 'signed_out' })
    const answer = await browser.signIn('  LAN ')
    expect(answer.statusCode).toBe(204)
    const view = (await browser.get(session)).json()
    expect(view).toMatchObject({ state: 'signed_in', idle_minutes: 15, person: { unit_name: '云岭县教育局' } })
    expect(view.person.posts).toMatchObject([{ title: '督导员', roles: [{ id: 'supervisor', title: '督导办' }] }])
    expect(view.verbs).toContain('evaluation.read')
    expect(view).not.toHaveProperty('must_first')
  })

  it('hands out a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await openBrowser(world).signIn('lan')
    const cookie = answer.headers['set-cookie']?.toString() ?? ''
    expect(cookie).toMatch(/eduduty_session=990101\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/)
    expect(cookie).not.toContain('Secure')
  })
})
