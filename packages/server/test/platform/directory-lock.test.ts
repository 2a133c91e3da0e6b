import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockDirectory } from '../../src/platform/db/embedded/directory-lock.ts'
import { currentProcess, type ProcessIdentity } from '../../src/platform/db/embedded/process-identity.ts'
import { runModule } from '../harness/child-program.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const base = temporaryFolder()
const since = new Date('2026-09-01T00:00:00Z')
const folder = (): string => mkdtempSync(join(base, 'lock-'))
const lockFile = (place: string): string => join(place, 'eduduty.lock')

function folderLockedBy(owner: ProcessIdentity): string {
  const place = folder()
  writeFileSync(lockFile(place), JSON.stringify(owner))
  return place
}

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

describe('the lock of a data folder', () => {
  it('refuses a second owner, naming the first, until it is given back', () => {
    const place = folder()
    const lock = lockDirectory(place, since)
    const again = (): unknown => lockDirectory(place, new Date())
    const begun = performance.now()
    expect(again).toThrow(new RegExp(`进程号 ${process.pid}.*2026-09-01T00:00:00`))
    expect(performance.now() - begun).toBeLessThan(1_000)
    lock.release()
    lockDirectory(place, since).release()
    expect(readdirSync(place)).toEqual([])
  })

  it('passes on when the owner has ended', () => {
    const place = folderLockedBy({ ...currentProcess(since), pid: endedProcess() })
    const lock = lockDirectory(place, since)
    expect(JSON.parse(readFileSync(lockFile(place), 'utf8'))).toMatchObject({ pid: process.pid })
    expect(readdirSync(place)).toEqual(['eduduty.lock'])
    lock.release()
  })

  it('passes on when those who were taking it over have ended in the middle', () => {
    const ended = { ...currentProcess(since), pid: endedProcess() }
    const place = folderLockedBy(ended)
    for (const guard of ['.takeover', '.takeover.takeover'])
      writeFileSync(`${lockFile(place)}${guard}`, JSON.stringify(ended))
    const lock = lockDirectory(place, since)
    expect(readdirSync(place)).toEqual(['eduduty.lock'])
    lock.release()
  })

  it('is refused while somebody who runs is taking it over', () => {
    const place = folderLockedBy({ ...currentProcess(since), pid: endedProcess() })
    writeFileSync(`${lockFile(place)}.takeover`, JSON.stringify(currentProcess(since)))
    expect(() => lockDirectory(place, new Date())).toThrow(`进程号 ${process.pid}`)
  })

  it('goes to one of many that take it over at once, though an earlier taker died', async () => {
    const ended = { ...currentProcess(since), pid: endedProcess() }
    const place = folderLockedBy(ended)
    writeFileSync(`${lockFile(place)}.takeover`, JSON.stringify(ended))
    const at = Date.now() + 3_000
    const taking = `
      const { lockDirectory } = await import(dist + 'platform/db/embedded/directory-lock.js')
      await new Promise((resolve) => setTimeout(resolve, ${at} - Date.now()))
      const take = () => { try { lockDirectory(${JSON.stringify(place)}, new Date()); return 'taken' } catch (error) { return error.code } }
      process.stdout.write(take() + '\\n')
      setTimeout(() => undefined, 60_000)`
    const takers = Array.from({ length: 6 }, () => runModule(base, taking))
    const said = await Promise.all(takers.map(async ({ lines }) => String((await lines.next()).value)))
    for (const { process: taker } of takers) taker.kill('SIGKILL')
    expect(said.filter((one) => one === 'taken')).toHaveLength(1)
    expect(said.filter((one) => one === 'database.locked')).toHaveLength(5)
  })

  it('passes on when the number of the owner belongs to another process by now', () => {
    const place = folderLockedBy({ ...currentProcess(since), started: '1' })
    lockDirectory(place, since).release()
    expect(existsSync(lockFile(place))).toBe(false)
  })

  it('passes on after the machine was started anew', () => {
    const place = folderLockedBy({ ...currentProcess(since), boot: 'an-earlier-boot' })
    lockDirectory(place, since).release()
  })

  it('is never taken from an owner that cannot be judged from here', () => {
    const here = currentProcess(since)
    const elsewhere = [
      { ...here, host: 'another-host', pid: endedProcess() },
      { ...here, namespace: 'pid:[1]', pid: endedProcess() },
    ]
    for (const owner of elsewhere) expect(() => lockDirectory(folderLockedBy(owner), since)).toThrow('无法辨认')
    const unreadable = folder()
    writeFileSync(lockFile(unreadable), '{"pid":')
    expect(() => lockDirectory(unreadable, since)).toThrow('无法辨认')
  })

  it('is not given back by somebody who lost it', () => {
    const place = folder()
    const lock = lockDirectory(place, since)
    const other = JSON.stringify({ ...currentProcess(since), pid: 1 })
    writeFileSync(lockFile(place), other)
    lock.release()
    expect(readFileSync(lockFile(place), 'utf8')).toBe(other)
  })
})
