import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openEmbedded } from '../../src/platform/db/embedded/open-embedded.ts'
import { runModule } from '../harness/child-program.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const base = temporaryFolder()
// Processes are started and recover one after another: slow on a busy machine, never wrong.
vi.setConfig({ testTimeout: 240_000 })

describe('the embedded database under kill -9', () => {
  it('is refused to a second process while the first has it', async () => {
    const folder = join(base, 'shared')
    const database = await openEmbedded(folder)
    const second = runModule(
      base,
      `
      const { runCommandLine } = await import(dist + 'cli/run-command-line.js')
      const io = { stdout: process.stdout, stderr: process.stderr, cwd: '/', isTerminal: false, env: {} }
      process.exitCode = await runCommandLine(['db', 'status', '--data', ${JSON.stringify(folder)}], io)`,
    )
    expect(await second.ended).toBe(2)
    expect(second.errors()).toContain(`正被另一个履教通进程使用（进程号 ${process.pid}`)
    await database.close()
  })

  it('makes a database anew when its making was interrupted', async () => {
    const folder = join(base, 'interrupted')
    const child = runModule(
      base,
      `
      const { openDatabase } = await import(dist + 'platform/db/open-database.js')
      process.stdout.write('begun\\n')
      await openDatabase({ dataDir: ${JSON.stringify(folder)} })`,
    )
    await child.lines.next()
    await new Promise((resolve) => setTimeout(resolve, 250))
    child.process.kill('SIGKILL')
    await child.ended
    const database = await openEmbedded(folder)
    expect(await database.run('select count(*) from packs_installed')).toEqual([{ count: 0 }])
    await database.close()
  })
})

/** Lets fsync of the write-ahead log fail once the program has said so. */
const failingDisk = `
  import fs from 'node:fs'
  import { syncBuiltinESMExports } from 'node:module'
  const sync = fs.fsyncSync
  fs.fsyncSync = (descriptor) => {
    if (fs.existsSync(process.env.FAIL_FLAG ?? '/nonexistent')) throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' })
    return sync(descriptor)
  }
  syncBuiltinESMExports()`

describe('a disk that fails', () => {
  it('never acknowledges a row that it could not sync, and opens again', async () => {
    const folder = join(base, 'failing')
    const flag = join(base, 'disk-is-failing')
    const child = runModule(
      base,
      `
      process.env.FAIL_FLAG = ${JSON.stringify(flag)}
      const { writeFileSync } = await import('node:fs')
      const { openDatabase } = await import(dist + 'platform/db/open-database.js')
      const database = await openDatabase({ dataDir: ${JSON.stringify(folder)} })
      await database.run('create table ledger (id integer primary key)')
      await database.run('insert into ledger values (1)')
      writeFileSync(${JSON.stringify(flag)}, '')
      for (const id of [2, 3]) {
        await database.run('insert into ledger values (' + id + ')').then(
          () => process.stdout.write('acknowledged ' + id + '\\n'),
          (error) => process.stdout.write(error.code + '\\n'),
        )
      }
      process.exit(0)`,
      failingDisk,
    )
    const said: string[] = []
    for await (const line of child.lines) said.push(line)
    expect(said, child.errors()).toEqual(['database.lost', 'database.lost'])
    const database = await openEmbedded(folder)
    const rows = await database.run<{ id: number }>('select id from ledger')
    expect(rows.map((row) => row.id)).toContain(1)
    await database.close()
  })
})
