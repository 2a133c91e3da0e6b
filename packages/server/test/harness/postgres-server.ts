import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { threadId } from 'node:worker_threads'
import pg from 'pg'
import { inject } from 'vitest'

export interface RunningPostgres {
  /** Address of the server's own database. */
  readonly address: string
  /** Ends it as a crash would (immediate mode): sessions break, nothing is written out. */
  crash(): Promise<void>
  /** Starts it again on the same port after a crash. Returns before it answers. */
  startAgain(): void
  stop(): Promise<void>
}

/** Starts a real PostgreSQL of its own in a temporary folder, on a free port. Returns before it answers. */
export async function startPostgres(): Promise<RunningPostgres> {
  const programs = findPrograms()
  const folder = mkdtempSync(join(tmpdir(), 'eduduty-pg-'))
  const runner = findRunner(folder)
  const cluster = join(folder, 'cluster')
  const how = ['-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions']
  const made = runner.run(join(programs, 'initdb'), ['-D', cluster, ...how])
  if (made !== '') throw new Error(`initdb 没有成功：${made}`)
  const port = await freePort()
  const settings = ['-h', '127.0.0.1', '-p', String(port), '-k', folder, '-F', '-c', 'max_connections=60']
  const start = (): ChildProcess => runner.start(join(programs, 'postgres'), ['-D', cluster, ...settings])
  let server = start()
  const end = async (signal: 'SIGQUIT' | 'SIGINT'): Promise<void> => {
    const ended = once(server, 'exit')
    server.kill(signal)
    if (server.exitCode === null) await ended
  }
  const killAtExit = (): void => void server.kill('SIGQUIT')
  process.on('exit', killAtExit)
  return {
    address: `postgres://tester@127.0.0.1:${port}/postgres`,
    crash: () => end('SIGQUIT'),
    startAgain() {
      server = start()
    },
    async stop() {
      await end('SIGINT')
      process.off('exit', killAtExit)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let count = 0

/** Makes a database on the run's PostgreSQL server, empty or a copy of another, and returns its address. */
export async function createServerDatabase(template?: string): Promise<string> {
  const name = `d${process.pid}_${threadId}_${++count}`
  return onServer(async (client, addressOf) => {
    await client.query(`create database ${name}${template === undefined ? '' : ` template ${template}`}`)
    return addressOf(name)
  })
}

/** Does something on the server's own database, as its superuser. `addressOf`: address of another database there. */
export function onServer<T>(
  use: (client: pg.Client, addressOf: (database: string) => string) => Promise<T>,
): Promise<T> {
  const address = inject('postgres')
  return withReadyClient(address, (client) => use(client, (database) => new URL(`/${database}`, address).href))
}

/** Runs one statement on a database of the server, as its superuser. */
export async function queryServer(address: string, statement: string): Promise<void> {
  await withReadyClient(address, (client) => client.query(statement))
}

function findPrograms(): string {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).map(Number) : []
  // The oldest one supported shows best what the product may use.
  const version = versions.filter((candidate) => candidate >= 15).sort((a, b) => a - b)[0]
  if (version !== undefined) return join(root, String(version), 'bin')
  throw new Error('这些测试需要真实的 PostgreSQL 15 或更新版本。请安装：apt-get install -y postgresql-15')
}

interface Runner {
  /** Output of errors; empty when all went well. */
  run(program: string, args: readonly string[]): string
  start(program: string, args: readonly string[]): ChildProcess
}

/** PostgreSQL refuses to run as root: then it runs as the first ordinary user there is, and ends with this process. */
function findRunner(folder: string): Runner {
  const prefix = process.getuid?.() === 0 ? asOrdinaryUser(folder) : []
  const line = (program: string, args: readonly string[]): readonly [string, string[]] => {
    const [first = program, ...rest] = [...prefix, program, ...args]
    return [first, rest]
  }
  return {
    run(program, args) {
      const [first, rest] = line(program, args)
      const done = spawnSync(first, rest, { cwd: folder, encoding: 'utf8' })
      return done.status === 0 ? '' : `${done.stderr}${done.error?.message ?? ''}`
    },
    start(program, args) {
      const [first, rest] = line(program, args)
      return spawn(first, rest, { cwd: folder, stdio: 'ignore' })
    },
  }
}

function asOrdinaryUser(folder: string): string[] {
  for (const name of ['postgres', 'nobody']) {
    const [user, group] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim())
    if (user === undefined || group === undefined || user === '') continue
    chownSync(folder, Number(user), Number(group))
    return ['setpriv', `--reuid=${user}`, `--regid=${group}`, '--clear-groups', '--pdeathsig', 'QUIT', '--']
  }
  throw new Error('以 root 运行测试时，系统里要有 postgres 或 nobody 用户')
}

/** The server may still be starting when the first test asks. */
async function withReadyClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const deadline = performance.now() + 60_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
    } catch (cause) {
      if (performance.now() > deadline) throw new Error('PostgreSQL 在 60 秒内没有就绪', { cause })
      await wait(100)
      continue
    }
    try {
      return await use(client)
    } finally {
      await client.end()
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('no free port')
}
