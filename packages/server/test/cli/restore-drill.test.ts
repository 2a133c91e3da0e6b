import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { verifyLog } from '../../src/platform/audit/verify-log.ts'
import { openEmbedded } from '../../src/platform/db/embedded/open-embedded.ts'
import { fingerprintOf } from '../../src/platform/db/transfer/fingerprint.ts'
import { listTables } from '../../src/platform/db/transfer/list-tables.ts'
import { openInstallation } from '../../src/platform/installation.ts'
import { systemIn, testPath } from '../harness/doors.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = temporaryFolder()
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
const keys = join(folder, 'safe/keys.json')
const run = (...argv: string[]) => runInProcess(folder, argv)

/** What every table holds, without the audit log that goes on growing. */
async function contentOf(data: string): Promise<Record<string, string>> {
  const db = await openEmbedded(join(folder, data), { migrate: false })
  const content = await db.transaction(async (queries) => {
    await queries.run(`set local timezone = 'UTC'`)
    const found: Record<string, string> = {}
    for (const table of await listTables(queries)) {
      const { rows, sum } = await fingerprintOf(queries, table)
      if (!table.name.startsWith('audit_')) found[table.name] = `${rows} ${sum}`
    }
    return found
  })
  await db.close()
  return content
}

describe('a restore drill: backup, wipe, restore elsewhere', () => {
  let before: Record<string, string>
  beforeAll(async () => {
    const { door, close } = await openInstallation({ dataDir: join(folder, 'office') }, keys)
    await door.write(systemIn(), async ({ db, audit }) => {
      const unit = ['990101', 'D01', testPath]
      await db.run(
        `insert into organizations_units (county_code, unit_id, kind, opened_on, org_path) values ($1, $2, 'department', '2020-09-01', $3)`,
        [unit[0], unit[1], `${testPath}D01/`],
      )
      await db.run(
        `insert into identity_people (county_code, person_id, unit_id, name, org_path) values ('990101', 'p1', 'D01', '张三', $1)`,
        [`${testPath}D01/`],
      )
      await db.run(
        `insert into identity_accounts (county_code, person_id, login_name, status, password_hash, created_at, org_path)
         values ('990101', 'p1', 'zhang.san', 'active', 'scrypt$x', now(), $1)`,
        [`${testPath}D01/`],
      )
      await db.run(`insert into identity_login_names values ('zhang.san', '990101', 'p1')`)
      audit({ action: 'identity.add_person', subject: '张三' })
    })
    await close()
    before = await contentOf('office')
    expect(before.identity_accounts).toMatch(/^1 /)
  })

  it('refuses what is not whole or has other keys, before it makes anything', async () => {
    expect(await run('db', 'backup', '--data', 'office', '--out', 'office.zip')).toMatchObject({ code: 0 })
    const whole = readFileSync(join(folder, 'office.zip'))
    writeFileSync(join(folder, 'half.zip'), whole.subarray(0, whole.length - 40))
    const half = await run('db', 'restore', 'half.zip', '--data', 'new', '--keys', keys)
    expect(half).toMatchObject({ code: 1 })
    expect(half.err).toContain('没有拷完')
    const other = await run('db', 'restore', 'office.zip', '--data', 'new')
    expect(other.code).toBe(2)
    expect(other.err).toMatch(/要用密钥 k1（指纹 [0-9a-f]{16}），密钥文件 .*new-keys\/keys\.json 里没有它/)
    expect(['new', 'new-keys'].filter((name) => existsSync(join(folder, name)))).toEqual([])
  })

  it('gives back everything, sign-in data included, and the audit chain stays whole', async () => {
    rmSync(join(folder, 'office'), { recursive: true })
    cpSync(keys, join(folder, 'brought/keys.json'))
    const brought = join(folder, 'brought/keys.json')
    const restored = await run('db', 'restore', 'office.zip', '--data', 'new', '--keys', brought)
    expect(restored.code, restored.err).toBe(0)
    expect(await contentOf('new')).toEqual(before)
    const { db, door, keyring, close } = await openInstallation({ dataDir: join(folder, 'new') }, brought)
    const events = await db.run(`select action from audit_events order by county_code desc, event_no`)
    expect(events.map((event) => event.action)).toEqual(['identity.add_person', 'platform.restore', 'platform.restore'])
    expect((await verifyLog({ db, keyring, checkpoints: undefined })).findings).toEqual([])
    const people = await door.read(systemIn(), (ctx) => ctx.db.run('select name from identity_people'))
    expect(people).toEqual([{ name: '张三' }])
    expect(await door.read(systemIn('99/9902/'), (ctx) => ctx.db.run('select name from identity_people'))).toEqual([])
    await close()
  })
})
