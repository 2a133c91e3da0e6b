import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** Who holds a lock. A process number alone proves nothing: numbers are reused, and differ between containers. */
export interface ProcessIdentity {
  readonly pid: number
  readonly host: string
  /** Changes with every start of the machine; empty where the system does not say. */
  readonly boot: string
  /** Process-number namespace (container); empty where the system has none. */
  readonly namespace: string
  /** Start time of the process in the system's own ticks; empty where unknown. */
  readonly started: string
  /** For the reader: when the lock was taken, ISO. */
  readonly since: string
}

/** `running` and `gone` are proven; `unknown` must be treated as running. */
export type Liveness = 'running' | 'gone' | 'unknown'

export function currentProcess(since: Date): ProcessIdentity {
  return {
    pid: process.pid,
    host: hostname(),
    boot: readLine('/proc/sys/kernel/random/boot_id'),
    namespace: readLink('/proc/self/ns/pid'),
    started: startTicks(process.pid),
    since: since.toISOString(),
  }
}

/** Judges the owner of a lock as seen from `here`. */
export function livenessOf(owner: ProcessIdentity, here: ProcessIdentity): Liveness {
  if (owner.host !== here.host) return 'unknown'
  if (owner.boot !== '' && here.boot !== '' && owner.boot !== here.boot) return 'gone'
  if (owner.namespace !== here.namespace) return 'unknown'
  if (!answers(owner.pid)) return 'gone'
  const started = startTicks(owner.pid)
  return owner.started !== '' && started !== '' && owner.started !== started ? 'gone' : 'running'
}

export function parseProcessIdentity(text: string): ProcessIdentity | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return undefined
  }
  return isIdentity(parsed) ? parsed : undefined
}

function isIdentity(value: unknown): value is ProcessIdentity {
  if (typeof value !== 'object' || value === null || !('pid' in value) || !Number.isInteger(value.pid)) return false
  const texts = ['host', 'boot', 'namespace', 'started', 'since']
  return texts.every((name) => typeof Reflect.get(value, name) === 'string')
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function startTicks(pid: number): string {
  const stat = readLine(`/proc/${pid}/stat`)
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // A zombie has ended: its files are closed, so it holds nothing.
  if (afterName[0] === 'Z') return 'ended'
  return afterName[19] ?? ''
}

function readLine(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}

function readLink(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
