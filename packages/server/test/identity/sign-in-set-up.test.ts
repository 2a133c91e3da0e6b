import type { SetUp } from '@eduduty/core/identity'
import { afterEach, describe, expect, it } from 'vitest'
import { openFirstBoot } from '../../src/identity/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { openMemory } from '../../src/platform/db/embedded/open-memory.ts'
import { auditOf, openBrowser, signInWorld, type World } from './sign-in-world.ts'

const wanted: Omit<SetUp, 'secret'> = {
  county_code: '990101',
  government: '云岭县人民政府',
  department: '县电子政务中心',
  apart: true,
  system_admin: { name: '严子默', login_name: 'xitong' },
  security_admin: { name: '方思齐', login_name: 'anquan' },
  second_security_admin: { name: '魏明远', login_name: 'fuhe' },
  auditor: { name: '韩静之', login_name: 'shenji' },
}

const opened: Database[] = []
afterEach(async () => {
  for (const db of opened.splice(0)) await db.close()
})

/** An installation without anybody, with the secret that its start prints. */
async function emptyWorld(): Promise<{ world: World; secret: string; again: () => Promise<boolean> }> {
  const db = await openMemory({ onCallingThread: true })
  opened.push(db)
  const bare = await signInWorld({ db })
  const firstBoot = await openFirstBoot(bare)
  if (firstBoot === undefined) throw new Error('somebody is there')
  const world = await signInWorld({ db, clock: bare.clock, firstBoot })
  return { world, secret: firstBoot.secret, again: async () => (await openFirstBoot(bare)) !== undefined }
}

const send = (world: World, body: SetUp) => openBrowser(world).send('/api/identity/set-up', body)

describe('the first set-up', () => {
  it('is open to the printed secret, once, and makes four people who can begin', async () => {
    const { world, secret, again } = await emptyWorld()
    expect((await openBrowser(world).get('/api/identity/session')).json().state).toBe('set_up')
    expect((await send(world, { ...wanted, secret: 'WRONG' })).json()).toMatchObject({
      type: 'identity.set_up_refused',
    })
    const answers = await Promise.all([1, 2].map(() => send(world, { ...wanted, secret })))
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, 409])
    const { accounts } = answers.find((answer) => answer.statusCode === 200)?.json() ?? {}
    expect(accounts.map((account: { posts: string[] }) => account.posts)).toEqual([
      ['系统管理员'],
      ['安全管理员'],
      ['安全管理员（复核）'],
      ['审计管理员'],
    ])
    expect((await openBrowser(world).get('/api/identity/session')).json().state).toBe('signed_out')
    expect((await send(world, { ...wanted, secret })).json()).toMatchObject({ type: 'identity.set_up_closed' })
    expect(await again()).toBe(false)
    await expectAuditorCanBegin(world, accounts)
    const events = await auditOf(world, 'identity.set_up')
    expect(events.map((event) => event.result).toSorted()).toEqual(['denied', 'denied', 'denied', 'done'])
  })

  it('keeps nothing when it is refused', async () => {
    const { world, secret } = await emptyWorld()
    const refused = await send(world, { ...wanted, secret, auditor: wanted.system_admin })
    expect(refused.json().title).toContain('四个人必须各不相同')
    const taken = await send(world, { ...wanted, secret, department: '=坏名字' })
    expect(taken.statusCode).toBe(400)
    expect(await world.db.run('select 1 from identity_people union all select 1 from organizations_units')).toEqual([])
    expect((await send(world, { ...wanted, secret })).statusCode).toBe(200)
  })

  it('lets two people do the work of four where the small site wants it, never one alone', async () => {
    const { world, secret } = await emptyWorld()
    const one = wanted.system_admin
    const small = { ...wanted, secret, apart: false, security_admin: one, auditor: one }
    expect((await send(world, { ...small, second_security_admin: one })).statusCode).toBe(400)
    const { accounts } = (await send(world, small)).json()
    expect(accounts).toHaveLength(2)
    expect(accounts[0].posts).toEqual(['系统管理员', '安全管理员', '审计管理员'])
  })

  it('is closed a day after the start', async () => {
    const { world, secret } = await emptyWorld()
    world.clock.pass(24 * 60)
    expect((await send(world, { ...wanted, secret })).statusCode).toBe(403)
  })

  it('is not there when somebody was there at the start', async () => {
    const { world } = await emptyWorld()
    const closed = await signInWorld({ db: world.db })
    expect((await send(closed, { ...wanted, secret: 'X' })).json()).toMatchObject({ type: 'identity.set_up_closed' })
  })
})

async function expectAuditorCanBegin(world: World, accounts: { login_name: string; code: string }[]): Promise<void> {
  const browser = openBrowser(world)
  const auditor = accounts.find((account) => account.login_name === 'shenji')
  const activation = { login_name: 'shenji', code: auditor?.code, password: 'Yun-Hai-2027' }
  expect((await browser.send('/api/identity/activation', activation)).statusCode).toBe(204)
  expect((await browser.signIn('shenji', 'Yun-Hai-2027')).statusCode).toBe(204)
  const view = (await browser.get('/api/identity/session')).json()
  expect(view.verbs).toContain('audit.read')
  expect(view.verbs).not.toContain('evaluation.read')
  expect(view.person.posts[0].roles[0]).toMatchObject({ id: 'auditor', scope_name: '云岭县人民政府' })
}
