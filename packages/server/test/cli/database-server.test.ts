import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openEmbedded } from '../../src/platform/db/embedded/open-embedded.ts'
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
