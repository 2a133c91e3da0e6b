import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { receiveUpload } from '../../src/archive/uploads/receive-upload.ts'
import { openUnit } from '../../src/organizations/index.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import { openInstallation } from '../../src/platform/installation.ts'
import { systemIn, testCounty } from '../harness/doors.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = temporaryFolder()
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
const keys = join(folder, 'safe/keys.json')
const run = (...argv: string[]) => runInProcess(folder, argv)
const store = (name: string) => openFileStore(join(folder, name))
const beside = join(folder, 'safe-copies/eduduty-files')
const backup = 'safe-copies/one.zip'
const texts = ['一份纪要', '一份名册', '一份台账']

/** Every file of a store by its name, with the hash of what lies there. */
async function measured(name: string): Promise<Readonly<Record<string, string | undefined>>> {
  const found: Record<string, string | undefined> = {}
  for await (const { county, sha256 } of store(name).list()) found[sha256] = await store(name).measure(county, sha256)
  return found
}

const copies = (): string[] =>
  readdirSync(beside, { recursive: true })
    .map(String)
    .filter((name) => /[0-9a-f]{64}$/.test(name))
    .toSorted()
    .map((name) => join(beside, name))

/** Lets something be wrong with the copy of one file for a while. */
async function spoilt(spoil: (path: string) => void, during: (path: string) => Promise<void>): Promise<void> {
  const [path = ''] = copies()
  const whole = readFileSync(path)
  spoil(path)
  await during(path)
  writeFileSync(path, whole)
}

let before: Readonly<Record<string, string | undefined>>
beforeAll(async () => {
  const { door, close } = await openInstallation({ dataDir: join(folder, 'office') }, keys)
  await door.write(systemIn(), async (ctx) => {
    const place = { code: testCounty, parentPath: undefined }
    await openUnit(ctx, { unitId: 'G', kind: 'government', name: '演示县', openedOn: '2010-01-01', ...place })
  })
  const receiving = {
    door,
    files: store('office-files'),
    caller: systemIn(),
    county: testCounty,
    onText: () => undefined,
  }
  for (const text of texts)
    await receiveUpload(receiving, { name: `${text}.txt`, unit: 'G' }, Readable.from([Buffer.from(text)]))
  await close()
  before = await measured('office-files')
  const made = await run('db', 'backup', '--data', 'office', '--out', 'one.zip')
  expect(made.code, made.err).toBe(0)
  expect(made.out).toContain('佐证文件 3 个')
})

describe('a restore drill with evidence files', () => {
  it('copies every file once, and a spoilt one not at all', async () => {
    mkdirSync(join(folder, 'safe-copies'))
    const first = await run('db', 'backup', '--data', 'office', '--out', backup)
    expect(first.out).toContain('这次新复制 3 个')
    expect(Object.keys(before)).toHaveLength(3)
    expect(await measured('safe-copies/eduduty-files')).toEqual(before)
    const [sha256 = ''] = Object.keys(before)
    const path = store('office-files').pathOf(testCounty, sha256)
    const whole = readFileSync(path)
    rmSync(join(folder, 'safe-copies'), { recursive: true })
    mkdirSync(join(folder, 'safe-copies'))
    writeFileSync(path, '换了内容')
    const bad = await run('db', 'backup', '--data', 'office', '--out', backup)
    expect([bad.code, bad.out]).toEqual([1, expect.stringContaining('有 1 个佐证文件已损坏，没有复制')])
    expect(copies()).toHaveLength(2)
    writeFileSync(path, whole)
    rmSync(join(folder, backup))
    expect((await run('db', 'backup', '--data', 'office', '--out', backup)).out).toContain('这次新复制 1 个')
  })

  it('is refused before anything is written where a file of the backup is spoilt', async () => {
    await spoilt(
      (path) => writeFileSync(path, '烂了'),
      async (path) => {
        const verified = await run('db', 'verify', backup)
        expect([verified.code, verified.out]).toEqual([1, expect.stringContaining(path)])
        const refused = await run('db', 'restore', backup, '--data', 'new', '--keys', keys)
        expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('还没有恢复任何内容')])
        expect(['new', 'new-files'].filter((name) => existsSync(join(folder, name)))).toEqual([])
      },
    )
    expect((await run('db', 'verify', backup)).out).toContain('旁边的佐证文件 3 个，全部完好')
  })

  it('tells a file that is missing, and gives back the rest', async () => {
    await spoilt(
      (path) => rmSync(path),
      async () => {
        const verified = await run('db', 'verify', backup)
        expect([verified.code, verified.out]).toEqual([1, expect.stringContaining('旁边少了佐证文件 1 个')])
        const restored = await run('db', 'restore', backup, '--data', 'partly', '--keys', keys)
        expect(restored.code, restored.err).toBe(0)
        expect(restored.out).toContain('佐证文件 2 个也已放回')
        expect(restored.out).toContain('备份里少了佐证文件 1 个')
      },
    )
  })

  it('after a wipe gives back every file elsewhere, each as it was', async () => {
    rmSync(join(folder, 'office'), { recursive: true })
    rmSync(join(folder, 'office-files'), { recursive: true })
    // What another backup keeps there is none of its business.
    const strange = store('safe-copies/eduduty-files')
    const other = await strange.receive(Readable.from([Buffer.from('别的备份的文件')]), 1000)
    await strange.place(testCounty, other)
    const restored = await run('db', 'restore', backup, '--data', 'elsewhere', '--keys', keys)
    expect(restored.code, restored.err).toBe(0)
    expect(await measured('elsewhere-files')).toEqual(before)
    const { db, close } = await openInstallation({ dataDir: join(folder, 'elsewhere') }, keys)
    const rows = await db.run<{ sha256: string }>('select sha256 from archive_versions order by sha256')
    expect(rows.map(({ sha256 }) => sha256)).toEqual(Object.keys(before).toSorted())
    await close()
  })
})
