import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from './run.mjs'

/** Runs `work` while no other process of this checkout runs work of that name; a lock of a dead process does not hold. */
export async function oneAtATime(name, work) {
  const folder = join(root, 'node_modules/.cache')
  const lock = join(folder, `${name}.lock`)
  mkdirSync(folder, { recursive: true })
  while (!taken(lock)) {
    if (isAbandoned(lock)) setAside(lock)
    else await wait(200)
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function taken(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isAbandoned(lock) {
  try {
    const owner = Number(readFileSync(lock, 'utf8'))
    // Between its making and its filling a lock is empty for a moment.
    return owner > 0 ? !isAlive(owner) : Date.now() - statSync(lock).mtimeMs > 5_000
  } catch {
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Renamed first: of two processes that see the same abandoned lock one gets it. */
function setAside(lock) {
  const aside = `${lock}.${process.pid}`
  try {
    renameSync(lock, aside)
    rmSync(aside, { force: true })
  } catch {
    // The other process was faster.
  }
}
