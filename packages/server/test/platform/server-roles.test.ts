import { beforeAll, describe, expect, it } from 'vitest'
import { applicationRoles } from '../../src/platform/db/confined.ts'
import { openDatabase } from '../../src/platform/db/open-database.ts'
import { prepareApplicationLogin } from '../../src/platform/db/server/application-login.ts'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import { scramVerifier } from '../../src/platform/db/server/scram-verifier.ts'
import { systemIn, testDoor, testPath } from '../harness/doors.ts'
import { createOwnedDatabase, type OwnedDatabase } from '../harness/owned-database.ts'
import { createServerDatabase, queryServer } from '../harness/postgres-server.ts'

const asApplication = { asApplication: true } as const
const nameOf = (address: string): string => new URL(address).username

describe('who may log in to serve', () => {
  let database: OwnedDatabase
  let served = ''
  beforeAll(async () => {
    database = await createOwnedDatabase()
    const owned = await openServer(database.owner)
    const login = await prepareApplicationLogin(owned.connections, database.owner, { newPassword: true })
    served = login.url ?? ''
    await owned.close()
  })

  const login = async (attributes: string, groups = applicationRoles.join(', ')): Promise<string> => {
    const name = `l_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
    await queryServer(database.owner, `create role ${name} login`)
    const superuser = database.as('tester')
    await queryServer(superuser, `alter role ${name} ${attributes}`)
    if (groups !== '') await queryServer(superuser, `grant ${groups} to ${name}`)
    return database.as(name)
  }

  it('is the role that migrating made, and its rows are confined', async () => {
    expect(nameOf(served)).toBe('eduduty_login')
    const db = await openServer(served, asApplication)
    const door = testDoor(db)
    await door.record(systemIn(), { action: 'platform.start', subject: '测试' })
    expect(await db.run('select * from audit_events')).toEqual([])
    const seen = await door.read(systemIn(), ({ db: queries }) => queries.run('select action from audit_events'))
    expect(seen).toEqual([{ action: 'platform.start' }])
    expect(
      await door.read(systemIn('99/9902/'), ({ db: queries }) => queries.run('select * from audit_events')),
    ).toEqual([])
    await db.close()
  })

  it('gives the password once, and a new one on demand', async () => {
    const owned = await openServer(database.owner)
    const again = await prepareApplicationLogin(owned.connections, database.owner, { newPassword: false })
    expect(again.url).toBeUndefined()
    const fresh = await prepareApplicationLogin(owned.connections, database.owner, { newPassword: true })
    expect(new URL(fresh.url ?? '').password).toMatch(/^[\w-]{32}$/)
    expect(fresh.url).not.toBe(served)
    await owned.close()
    const superuser = await openServer(database.as('tester'), { migrate: false })
    const [kept] = await superuser.run(`select rolpassword from pg_authid where rolname = 'eduduty_login'`)
    expect(kept?.rolpassword).toMatch(/^SCRAM-SHA-256\$4096:/)
    await superuser.close()
  })

  it.each([
    ['a superuser', async () => database.as('tester'), '超级用户'],
    ['the owner', async () => database.owner, '所有者'],
    ['a role with BYPASSRLS', () => login('bypassrls'), 'BYPASSRLS'],
    ['a maintainer', () => login('', `${applicationRoles.join(', ')}, eduduty_maintainer`), 'eduduty_maintainer'],
    ['a stranger', () => login('', ''), '不同时属于 eduduty_app'],
    ['a login of a former version', () => login('', 'eduduty_app, eduduty_app_scattered'), '不同时属于 eduduty_app'],
  ])('is not %s', async (_, address, says) => {
    const url = await address()
    const refused = openDatabase({ url, ...asApplication })
    await expect(refused).rejects.toMatchObject({ code: 'database.wrong_role', exit: 2 })
    await expect(refused).rejects.toThrow(says)
    await expect(refused).rejects.toThrow(`登录角色 ${nameOf(url)} `)
  })

  it('finds tables that are up to date, and never changes them itself', async () => {
    const empty = await createOwnedDatabase()
    await expect(openServer(empty.as('eduduty_login'), asApplication)).rejects.toMatchObject({
      code: 'database.outdated',
    })
  })
})

describe('an owner that may not make roles', () => {
  it('is told what to ask the administrator for', async () => {
    const database = await createOwnedDatabase('nocreaterole')
    const superuser = await openServer(await createServerDatabase())
    await superuser.close()
    const refused = openServer(database.owner)
    await expect(refused).rejects.toMatchObject({ code: 'database.no_role_rights' })
    await expect(refused).rejects.toThrow(nameOf(database.owner))
  })
})

describe('the verifier of a password', () => {
  it('is that of RFC 7677', () => {
    expect(scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))).toBe(
      'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
    )
  })
})

describe('a scope', () => {
  it('is a path of the tree, or nothing is asked of the database', async () => {
    const db = await openServer(await createServerDatabase())
    const door = testDoor(db)
    await expect(door.read(systemIn(), async () => testPath)).resolves.toBe(testPath)
    const evil = { ...systemIn(), scopes: [`99/'; reset role; --`] }
    await expect(door.read(evil, ({ db: queries }) => queries.run('select 1'))).rejects.toThrow('no path')
    await db.close()
  })
})
