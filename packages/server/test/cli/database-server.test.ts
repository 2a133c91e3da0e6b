import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openEmbedded } from '../../src/platform/db/embedded/open-embedded.ts'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import { writeSmallFolder } from '../evaluation/small-folder.ts'
import { createOwnedDatabase } from '../harness/owned-database.ts'
import { createServerDatabase } from '../harness/postgres-server.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = temporaryFolder()
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

describe('the database commands on a PostgreSQL server', () => {
  let url = ''
  beforeAll(async () => {
    url = await createServerDatabase()
  })

  it('tell that the tables are missing, make them, and are content', async () => {
    const run = (...argv: string[]) => runInProcess(folder, argv, { DATABASE_URL: url })
    const before = await run('db', 'status')
    expect(before.code).toBe(1)
    expect(before.out).toContain('还有')
    expect((await run('db', 'migrate')).out).toContain('已执行')
    expect((await run('db', 'migrate')).out).toContain('没有需要执行的变更')
    // The test server runs without fsync, and that must not be called safe.
    expect(JSON.parse((await run('db', 'status', '--json')).out)).toMatchObject({
      kind: 'server',
      durability: false,
      pending: [],
    })
    expect((await run('db', 'verify')).out).toContain('没有发现问题')
  })

  it('give the role to serve with once, and let it serve and assess but not look after the database', async () => {
    const { owner, as } = await createOwnedDatabase()
    const run = (url: string, ...argv: string[]) => runInProcess(folder, argv, { DATABASE_URL: url })
    expect((await run(owner, 'db', 'migrate', '--new-app-password')).out).toMatch(
      /DATABASE_URL=postgres:\/\/eduduty_login:[\w-]{32}@127\.0\.0\.1:\d+\/\w+\n$/,
    )
    expect((await run(owner, 'db', 'migrate')).out).toContain('口令不变')
    const served = as('eduduty_login')
    for (const argv of [
      ['db', 'backup', '--out', 'no.zip'],
      ['db', 'verify'],
      ['db', 'migrate'],
    ]) {
      expect((await run(served, ...argv)).err, argv.join(' ')).toContain('看不到全部数据')
    }
    expect((await run(owner, 'serve', '--port', '0')).err).toContain('不能用来提供服务')
    const small = writeSmallFolder(folder)
    const assess = (url: string) => run(url, 'assess', small.data, '--pack', small.pack, '--out', `out-${Date.now()}`)
    expect(await assess(owner)).toMatchObject({ code: 2 })
    expect((await assess(served)).err).toContain('eduduty pack install')
    expect(await run(owner, 'pack', 'install', small.pack)).toMatchObject({ code: 0 })
    expect((await assess(served)).code).toBeLessThan(2)
    expect(await run(owner, 'db', 'backup', '--out', 'whole.zip')).toMatchObject({ code: 0 })
  })

  it('restore into a database of an ordinary owner, rules and all', async () => {
    const { owner } = await createOwnedDatabase()
    const run = (url: string, ...argv: string[]) => runInProcess(folder, argv, { DATABASE_URL: url })
    expect(await run(owner, 'db', 'migrate')).toMatchObject({ code: 0 })
    const refused = await run(owner, 'db', 'restore', 'whole.zip', '--keys', 'other/keys.json')
    expect(refused).toMatchObject({ code: 2 })
    expect(refused.err).toMatch(/备份 whole\.zip 要用密钥 k1（指纹 [0-9a-f]{16}）.*other\/keys\.json/)
    const target = await createOwnedDatabase()
    const restored = await run(target.owner, 'db', 'restore', 'whole.zip')
    expect(restored.code, restored.err).toBe(0)
    expect(restored.out).toContain('内容核对一致')
    const [before, after] = [await openServer(owner), await openServer(target.owner)]
    const rules = `select c.relname, c.relrowsecurity, c.relforcerowsecurity, p.polname, pg_get_expr(p.polqual, p.polrelid) as shape,
        c.relacl::text[] @> array[]::text[] as granted
      from pg_class c left join pg_policy p on p.polrelid = c.oid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname !~ '^r_(small|tiny)' order by 1, 4`
    expect(await after.run(`${rules}`)).toEqual(await before.run(`${rules}`))
    await before.close()
    await after.close()
    expect(await run(target.as('eduduty_login'), 'db', 'status')).toMatchObject({ code: 0 })
  })

  it('move an embedded database over, once', async () => {
    const database = await openEmbedded(join(folder, 'office'))
    await database.run(
      `insert into packs_installed (pack_id, version, content_hash, title, content) values ('own', '1.0.0', 'h', '甲', '{}')`,
    )
    await database.close()
    const target = await createServerDatabase()
    const move = () => runInProcess(folder, ['db', 'move', '--data', 'office', '--to', target])
    const moved = await move()
    expect(moved).toMatchObject({ code: 0 })
    expect(moved.out).toContain('1 行，内容核对一致')
    expect(await move()).toMatchObject({ code: 2 })
  })
})
