import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Register } from '@eduduty/core/packs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../src/platform/db/database.ts'
import { openMemory } from '../../src/platform/db/embedded/open-memory.ts'
import { createRegisterTables } from '../../src/platform/db/registers/create-register-tables.ts'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import { moveDatabase } from '../../src/platform/db/transfer/move-database.ts'
import { restoreArchive } from '../../src/platform/db/transfer/restore-archive.ts'
import { verifyArchive } from '../../src/platform/db/transfer/verify-archive.ts'
import { writeArchive } from '../../src/platform/db/transfer/write-archive.ts'
import { verifyDatabase } from '../../src/platform/db/verify-database.ts'
import { createMigratedDatabase } from '../harness/template-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = temporaryFolder()
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
const silent = (): void => undefined
const now = new Date('2026-09-01T00:00:00Z')
const schoolPath = '99/9999/999901/S1/'
const pupils: Register = {
  id: 'pupils',
  title: '学生名册',
  row_is: '一名学生',
  period: '学年',
  reporter: '学校',
  columns: [
    { id: 'name', title: '姓名', type: 'text' },
    { id: 'score', title: '成绩', type: 'number' },
    { id: 'born', title: '出生日期', type: 'date' },
  ],
}

/** A database with every kind of content: references between rows of one table, register rows, JSON, odd text. */
async function fill(database: Database): Promise<void> {
  await database.transaction(async (queries) => {
    const table = (await createRegisterTables(queries, 'sample', [pupils])).get('pupils') ?? ''
    await queries.run(
      `insert into packs_installed (pack_id, version, content_hash, title, content) values ('sample', '1.0.0', 'h1', '样例', $1)`,
      [{ 说明: '含\t制表符、\n换行与 \\ 反斜线' }],
    )
    for (const [id, supersedes] of [
      ['s2', 's1'],
      ['s1', null],
    ]) {
      await queries.run('set constraints all deferred')
      await queries.run(
        `insert into collection_submissions (county_code, submission_id, pack_id, register, unit_code, year, status, supersedes, org_path, created_at)
         values ('999901', $1, 'sample', 'pupils', 'S1', 2026, 'frozen', $2, $3, $4)`,
        [id, supersedes, schoolPath, now],
      )
    }
    const rows = Array.from({ length: 5_000 }, (_, n) => [
      '999901',
      2026,
      schoolPath,
      's2',
      `学生\t${n}\n`,
      `${n}.50`,
      n % 7 === 0 ? null : '2015-03-01',
    ])
    await queries.loadRows(table, ['county_code', 'year', 'org_path', 'submission_id', 'name', 'score', 'born'], rows)
  })
}

async function expectFilled(database: Database): Promise<void> {
  const [sums] = await database.run(
    `select count(*) as rows, sum(score) as score, count(born) as born, max(row_no) as last from r_sample_pupils`,
  )
  expect(sums).toEqual({ rows: 5_000, score: '12500000.00', born: 4_285, last: 5_000 })
  const [pack] = await database.run('select content from packs_installed')
  expect(pack?.content).toEqual({ 说明: '含\t制表符、\n换行与 \\ 反斜线' })
  const [row] = await database.run(
    `insert into r_sample_pupils (county_code, year, org_path) values ('999901', 2026, $1) returning row_no`,
    [schoolPath],
  )
  expect(row).toEqual({ row_no: 5_001 })
  const check = await verifyDatabase(database)
  expect(check.faults).toEqual([])
  expect(check.rows).toBe(5_000 + 1 + 1 + 1 + 2)
}

describe('backup, restore and moving', () => {
  const closing: (() => Promise<void>)[] = []
  let source: Database
  const backup = join(folder, 'county.zip')

  const opened = async (database: Promise<Database>): Promise<Database> => {
    const ready = await database
    closing.unshift(() => ready.close())
    return ready
  }
  const empty = (): Promise<Database> => opened(openMemory({ onCallingThread: true }))

  beforeAll(async () => {
    source = await empty()
    await fill(source)
    await writeArchive(source.connections, backup, now, silent)
  })
  afterAll(async () => {
    for (const close of closing) await close()
  })

  it('says what a backup holds', async () => {
    const manifest = await verifyArchive(backup, 'county.zip')
    expect(manifest.created_at).toBe('2026-09-01T00:00:00.000Z')
    expect(manifest.tables.find((table) => table.name === 'r_sample_pupils')?.rows).toBe(5_000)
  })

  it('restores into an embedded database', async () => {
    const target = await empty()
    const done = await restoreArchive(backup, 'county.zip', target.connections, silent)
    expect(done.rows).toBe(5_000 + 4)
    await expectFilled(target)
  })

  it('restores into a PostgreSQL server, and back out of it', async () => {
    const target = await opened(openServer(await createMigratedDatabase()))
    await restoreArchive(backup, 'county.zip', target.connections, silent)
    const again = join(folder, 'from-server.zip')
    await writeArchive(target.connections, again, now, silent)
    await expectFilled(target)
    const back = await empty()
    await restoreArchive(again, 'from-server.zip', back.connections, silent)
    await expectFilled(back)
  })

  it('moves an embedded database to a server', async () => {
    const target = await opened(openServer(await createMigratedDatabase()))
    const done = await moveDatabase(source.connections, target.connections, target.place, silent)
    expect(done.rows).toBe(5_000 + 4)
    await expectFilled(target)
  })

  it('refuses to load into a database that holds something', async () => {
    const target = await empty()
    await target.run(
      `insert into packs_installed (pack_id, version, content_hash, title, content) values ('own', '1.0.0', 'h', '自有', '{}')`,
    )
    const work = restoreArchive(backup, 'county.zip', target.connections, silent)
    await expect(work).rejects.toMatchObject({ code: 'database.not_empty' })
    expect(await target.run('select pack_id from packs_installed')).toEqual([{ pack_id: 'own' }])
  })

  it('finds a cut or altered file before anything is loaded', async () => {
    const whole = readFileSync(backup)
    const cut = join(folder, 'cut.zip')
    const target = await empty()
    for (const share of [0.3, 0.9, 0.97]) {
      writeFileSync(cut, whole.subarray(0, Math.floor(whole.length * share)))
      const work = restoreArchive(cut, 'cut.zip', target.connections, silent)
      await expect(work).rejects.toMatchObject({ code: 'backup.damaged', exit: 1 })
    }
    const altered = Buffer.from(whole)
    const middle = Math.floor(whole.length / 2)
    altered.writeUInt8(altered.readUInt8(middle) ^ 0x10, middle)
    writeFileSync(cut, altered)
    await expect(verifyArchive(cut, 'cut.zip')).rejects.toMatchObject({ code: 'backup.damaged' })
    writeFileSync(cut, 'no zip at all')
    await expect(verifyArchive(cut, 'cut.zip')).rejects.toMatchObject({ code: 'backup.damaged' })
    await expect(verifyArchive(join(folder, 'absent.zip'), 'absent.zip')).rejects.toMatchObject({
      code: 'file.unreadable',
    })
    expect(await target.run('select count(*) from packs_installed')).toEqual([{ count: 0 }])
  })
})
