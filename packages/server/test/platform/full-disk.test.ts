import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import { toAppError } from '../../src/platform/errors/to-app-error.ts'
import { type ChildProgram, runModule } from '../harness/child-program.ts'
import { createServerDatabase } from '../harness/postgres-server.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const base = temporaryFolder()
vi.setConfig({ testTimeout: 240_000 })

/** While the flag is there, files of the database do not grow: what a full disk does. What they hold can be written over. */
const fullDisk = (flag: string): string => `
  import fs from 'node:fs'
  import { syncBuiltinESMExports } from 'node:module'
  const { writeSync, existsSync, fstatSync } = fs
  fs.writeSync = (descriptor, buffer, offset, length, position) => {
    const grows = typeof buffer !== 'string' && existsSync(${JSON.stringify(flag)}) && position + length > fstatSync(descriptor).size
    if (grows) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 })
    return writeSync(descriptor, buffer, offset, length, position)
  }
  syncBuiltinESMExports()`

/** While the flag is there, the write-ahead log takes nothing; the flag goes with the first try, as when somebody makes room. */
const refusedLog = (flag: string): string => `
  import fs from 'node:fs'
  import { syncBuiltinESMExports } from 'node:module'
  const { writeSync, existsSync, readlinkSync, rmSync } = fs
  fs.writeSync = (descriptor, buffer, offset, length, position) => {
    const refused = typeof buffer !== 'string' && existsSync(${JSON.stringify(flag)}) && readlinkSync('/proc/self/fd/' + descriptor).includes('/pg_wal/')
    if (!refused) return writeSync(descriptor, buffer, offset, length, position)
    rmSync(${JSON.stringify(flag)})
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 })
  }
  syncBuiltinESMExports()`

/**
 * A program that opens an installation and does what it is told: `write N` opens N posts one after another through the
 * application, `export` asks for the list of units as a workbook. It answers with one line each.
 */
const obedient = (folder: string): string => `
  const { createInterface } = await import('node:readline')
  const { openInstallation } = await import(dist + 'platform/installation.js')
  const { createApp } = await import(dist + 'platform/http/create-app.js')
  const { organizationRoutes, openUnit } = await import(dist + 'organizations/index.js')
  const { systemCaller } = await import(dist + 'platform/ctx.js')
  const { verifyLog } = await import(dist + 'platform/audit/verify-log.js')
  const county = '990101', path = '99/9901/990101/'
  const installation = await openInstallation({ dataDir: ${JSON.stringify(join(folder, 'data'))} }, ${JSON.stringify(join(folder, 'keys/keys.json'))})
  const { db, door, clock, keyring } = installation
  const system = systemCaller('测试', { scopes: [path], county, path })
  await door.write(system, (ctx) => openUnit(ctx, { kind: 'government', name: '云岭县人民政府', code: county, parentPath: undefined, openedOn: '2018-09-01' }))
  const actor = { id: 'p1', name: '测试员', kind: 'person', county, path }
  const grants = [{ role: 'supervisor', scope: path, unit: path, post: '督导', grantId: 'g1' }]
  const identify = async () => ({ actor, grants, session: '0'.repeat(64), csrfToken: 'token' })
  const app = await createApp({ deps: { db, door, clock, keyring, identify }, routes: [organizationRoutes] })
  const headers = { 'x-eduduty-csrf': 'token' }
  const kept = []
  const say = (line) => process.stdout.write(JSON.stringify(line) + '\\n')
  const answerOf = ({ statusCode, headers: sent, payload }) => {
    const problem = String(sent['content-type']).includes('problem') ? JSON.parse(payload) : {}
    return { status: statusCode, type: problem.type, title: problem.title }
  }
  let serial = 0
  say('ready')
  for await (const line of createInterface({ input: process.stdin })) {
    const [order, count] = line.split(' ')
    if (order === 'write') {
      const refused = []
      for (let n = 0; n < Number(count); n += 1) {
        const title = '岗位' + String(serial += 1) + '的'.repeat(30)
        const answer = await app.inject({ method: 'POST', url: '/api/organizations/posts', headers, payload: { county, unit_id: 'G', title } })
        if (answer.statusCode === 200) kept.push(title)
        else { refused.push(answerOf(answer)); break }
      }
      say({ kept: kept.length, refused })
    }
    if (order === 'export') say(answerOf(await app.inject({ url: '/api/organizations/units/export?format=xlsx&county=' + county, headers })))
    if (order === 'check') {
      const titles = (await db.run('select title from organizations_posts')).map((row) => row.title)
      const events = await db.run("select subject from audit_events where action = 'organizations.open_post' and result = 'done'")
      const { findings } = await verifyLog({ db, keyring, checkpoints: installation.checkpoints.file })
      const lost = kept.filter((title) => !titles.includes(title))
      say({ lost, posts: titles.length, events: events.length, wrong: findings.filter((one) => one.severity === 'wrong') })
    }
    if (order === 'end') break
  }
  await app.close()
  await installation.close()
  process.exit(0)`

interface Written {
  readonly kept: number
  readonly refused: readonly Answer[]
}

interface Answer {
  readonly status: number
  readonly type?: string
  readonly title?: string
}

/** The program, and a way to tell it something and hear what came of it. */
async function start(name: string, preload = '') {
  const child = runModule(base, obedient(join(base, name)), preload)
  const hear = async () => {
    const { value, done } = await child.lines.next()
    if (done === true) throw new Error(`the program ended: ${child.errors()}`)
    return JSON.parse(value)
  }
  expect(await hear()).toBe('ready')
  const tell = (order: string) => {
    child.process.stdin?.write(`${order}\n`)
    return hear()
  }
  return { child, tell }
}

const expectClear = ({ status, type, title }: Answer): void => {
  expect([503, 507], `${status} ${type} ${title}`).toContain(status)
  expect(type).toMatch(/^(database|audit)\./)
  expect(title).toMatch(/[\u4e00-\u9fff]{6}/)
}

type Tell = Awaited<ReturnType<typeof start>>['tell']

/** It works again by itself; what was acknowledged is there, and nothing that was not has half of itself there. */
async function expectWhole(tell: Tell, child: ChildProgram): Promise<void> {
  const { kept: before }: Written = await tell('write 0')
  const next = async (): Promise<number> => (await tell('write 1')).kept
  await expect.poll(next, { timeout: 60_000, interval: 300 }).toBeGreaterThan(before)
  expect(await tell('export')).toMatchObject({ status: 200 })
  const found = await tell('check')
  expect(found).toMatchObject({ lost: [], wrong: [] })
  expect(found.events).toBe(found.posts)
  child.process.stdin?.write('end\n')
  expect(await child.ended, child.errors()).toBe(0)
}

describe('the embedded engine', () => {
  it('refuses clearly on a full disk, and works on when there is room again', async () => {
    const flag = join(base, 'disk-is-full')
    const { child, tell } = await start('full', fullDisk(flag))
    expect(await tell('write 3')).toEqual({ kept: 3, refused: [] })
    writeFileSync(flag, '')
    const { refused }: Written = await tell('write 20000')
    expect(refused).toHaveLength(1)
    for (const answer of refused) expectClear(answer)
    rmSync(flag)
    await expectWhole(tell, child)
  })

  it('refuses clearly, and does not hang, when its own log cannot be written', async () => {
    const flag = join(base, 'log-is-refused')
    const { child, tell } = await start('log', refusedLog(flag))
    expect(await tell('write 3')).toEqual({ kept: 3, refused: [] })
    writeFileSync(flag, '')
    const { refused }: Written = await tell('write 5')
    expect(refused).toMatchObject([{ status: 503, type: 'database.lost' }])
    await expectWhole(tell, child)
  })

  it('goes on, or refuses clearly, when the program may open no more files', async () => {
    const { child, tell } = await start('files')
    expect(await tell('write 3')).toEqual({ kept: 3, refused: [] })
    limitFiles(child, readdirSync(`/proc/${child.process.pid}/fd`).length)
    const { refused }: Written = await tell('write 40')
    for (const answer of refused) expectClear(answer)
    const exported: Answer = await tell('export')
    if (exported.status !== 200) expectClear(exported)
    limitFiles(child, 1024)
    await expectWhole(tell, child)
  })
})

/** A limit of the system, set from outside while the program runs, as far as it may be raised again. */
function limitFiles(child: ChildProgram, soft: number): void {
  const set = spawnSync('prlimit', ['--pid', String(child.process.pid), `--nofile=${soft}:`], { encoding: 'utf8' })
  expect(set.status, set.stderr).toBe(0)
}

describe('a backup that the disk has no room for', () => {
  it('says so, and leaves nothing that looks like one', async () => {
    const address = await createServerDatabase()
    await (await openServer(address)).close()
    const folder = join(base, 'backups')
    mkdirSync(folder)
    const program = fileURLToPath(new URL('../../bin/eduduty.mjs', import.meta.url))
    const line = `ulimit -f 4; exec "${process.execPath}" "${program}" db backup --out "${join(folder, 'a.zip')}"`
    const env = { ...process.env, DATABASE_URL: address }
    const run = spawnSync('bash', ['-c', line], { encoding: 'utf8', env })
    expect(run.stderr).toContain('文件超过了系统允许的大小')
    expect(run.status).toBe(2)
    expect(readdirSync(folder)).toEqual([])
  })
})

it('a file that cannot be written is a refusal that a person understands, wherever it happens', () => {
  const refused = (code: string) =>
    toAppError(Object.assign(new Error(`${code}: …, write`), { code, syscall: 'write' }))
  expect(refused('ENOSPC')).toMatchObject({ code: 'database.disk_full', status: 507 })
  expect(refused('EDQUOT')).toMatchObject({ code: 'database.disk_full' })
  for (const code of ['EMFILE', 'ENFILE', 'EFBIG', 'EIO'])
    expect(refused(code)).toMatchObject({ code: 'database.short_of_resources', status: 503 })
  expect(refused('ENOENT')).toMatchObject({ code: 'internal.bug' })
})
