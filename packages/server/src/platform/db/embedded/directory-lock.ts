import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../errors/app-error.ts'
import { currentProcess, livenessOf, type ProcessIdentity, parseProcessIdentity } from './process-identity.ts'
import { syncPath } from './sync-tree.ts'

export interface DirectoryLock {
  release(): void
}

const lockName = 'eduduty.lock'
const guardSuffix = '.takeover'

/**
 * Takes a data folder for this process alone. Two engines on one folder lose each other's rows without an error,
 * so the lock passes on only when its owner is proven dead; never by age.
 */
export function lockDirectory(folder: string, since: Date): DirectoryLock {
  const here = currentProcess(since)
  const path = join(folder, lockName)
  acquire(folder, lockName, here)
  syncPath(folder)
  return {
    release() {
      if (sameOwner(readLock(path), here)) rmSync(path, { force: true })
    },
  }
}

/** False when the file is there already. Written aside and linked, so that a crash cannot leave half a lock. */
function createLock(path: string, owner: ProcessIdentity): boolean {
  const draft = `${path}.${owner.pid}.${randomUUID()}`
  const descriptor = openSync(draft, 'wx', 0o600)
  try {
    writeSync(descriptor, `${JSON.stringify(owner)}\n`)
    fsyncSync(descriptor)
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    closeSync(descriptor)
    rmSync(draft, { force: true })
  }
}

/**
 * One taker at a time: without the guard two takers could each remove the other's fresh lock. A guard whose taker died
 * is taken over in the same way.
 */
function acquire(folder: string, name: string, here: ProcessIdentity): void {
  const path = join(folder, name)
  if (createLock(path, here)) return
  refuseUnlessGone(folder, name, readLock(path), here)
  const guard = `${name}${guardSuffix}`
  acquire(folder, guard, here)
  try {
    while (!createLock(path, here)) {
      const owner = readLock(path)
      refuseUnlessGone(folder, name, owner, here)
      // What has gone meanwhile may be there again by now, and then it is somebody's.
      if (owner !== 'absent') rmSync(path, { force: true })
    }
  } finally {
    rmSync(join(folder, guard), { force: true })
  }
}

function refuseUnlessGone(folder: string, file: string, owner: LockOwner, here: ProcessIdentity): void {
  if (owner === 'absent') return
  if (owner === 'unreadable') throw new AppError('database.lock_unclear', { folder, file })
  switch (livenessOf(owner, here)) {
    case 'gone':
      return
    case 'running':
      throw new AppError('database.locked', { folder, pid: owner.pid, host: owner.host, since: owner.since })
    case 'unknown':
      throw new AppError('database.lock_unclear', { folder, file })
  }
}

type LockOwner = ProcessIdentity | 'absent' | 'unreadable'

function readLock(path: string): LockOwner {
  try {
    return parseProcessIdentity(readFileSync(path, 'utf8')) ?? 'unreadable'
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'absent'
    return 'unreadable'
  }
}

function sameOwner(owner: LockOwner, here: ProcessIdentity): boolean {
  return (
    typeof owner === 'object' && owner.pid === here.pid && owner.since === here.since && owner.started === here.started
  )
}
