import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Checkpoints } from '../../src/platform/audit/checkpoints.ts'
import { checkpointFileName, openCheckpoints } from '../../src/platform/audit/open-checkpoints.ts'
import { createDoor, type Door } from '../../src/platform/door.ts'
import { systemIn, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const root = temporaryFolder()
let opened: Checkpoints[] = []

afterEach(async () => {
  for (const checkpoints of opened) await checkpoints.close()
  opened = []
})

async function openDoor(folder: string, mayCreate = true): Promise<Door> {
  const checkpoints = openCheckpoints(folder, testKeyring(), { mayCreate })
  opened.push(checkpoints)
  const auditLog = { keyring: testKeyring(), checkpoints }
  return createDoor({ db: await memoryDatabase(), clock: () => new Date(), auditLog })
}

const write = (door: Door): Promise<void> => door.record(systemIn(), { action: 'platform.start', subject: '' })
const read = (door: Door): Promise<number> =>
  door.read(systemIn(), async ({ db }) => (await db.run('select 1 from audit_events')).length)

/** The lines once there are so many, or once the last one speaks of event `no`; a busy machine may take its time. */
async function linesOf(folder: string, isEnough: (lines: readonly string[]) => boolean): Promise<readonly string[]> {
  const file = join(folder, checkpointFileName)
  for (;;) {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split(/\n+/) : []
    if (isEnough(lines)) return lines
    await wait(20)
  }
}

/** Until the sink has been found wanting, or well again. */
async function until(state: 'refusing' | 'ready'): Promise<void> {
  for (;;) {
    const refused = await opened[0]?.ready().then(
      () => false,
      () => true,
    )
    if (refused === (state === 'refusing')) return
    await wait(20)
  }
}

describe('checkpoints outside the database', () => {
  it('are soon on disk, one line for many commits', async () => {
    const folder = join(root, 'quick')
    const door = await openDoor(folder)
    for (let index = 0; index < 20; index += 1) await write(door)
    const written = performance.now()
    const lines = await linesOf(folder, (all) => (all.at(-1) ?? '').includes('"no":20,'))
    expect(performance.now() - written).toBeLessThan(3_000)
    expect(lines.length).toBeLessThan(20)
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ county: '990101', no: 20, key_id: 'k1' })
  })

  it('are written at close', async () => {
    const folder = join(root, 'closing')
    const door = await openDoor(folder)
    await write(door)
    expect(existsSync(join(folder, checkpointFileName))).toBe(false)
    await opened[0]?.close()
    expect(existsSync(join(folder, checkpointFileName))).toBe(true)
  })

  it('stop every change when the disk is full, while reading goes on; and go on when there is room', async () => {
    const folder = join(root, 'full')
    mkdirSync(folder)
    const file = join(folder, checkpointFileName)
    symlinkSync('/dev/full', file)
    const door = await openDoor(folder)
    const before = await read(door)
    await write(door)
    await until('refusing')
    await expect(write(door)).rejects.toMatchObject({
      code: 'audit.sink_unwritable',
      message: '审计检查点无法写入（磁盘已满），为保证操作可追查，现在不接受任何改动。',
    })
    expect(await read(door)).toBe(before + 1)
    rmSync(file)
    symlinkSync(join(root, 'roomy.jsonl'), file)
    await expect(write(door)).rejects.toMatchObject({ message: expect.stringContaining('不见了') })
    await import('node:fs/promises').then((fs) => fs.writeFile(join(root, 'roomy.jsonl'), ''))
    await write(door)
    expect(await read(door)).toBe(before + 2)
    expect((await linesOf(folder, (lines) => lines.length >= 2)).length).toBe(2)
  })

  it('stop every change when the file is gone, and go on when it is back', async () => {
    const folder = join(root, 'gone')
    const door = await openDoor(folder)
    await write(door)
    await linesOf(folder, (lines) => lines.length > 0)
    renameSync(folder, join(root, 'elsewhere'))
    await until('refusing')
    await expect(write(door)).rejects.toMatchObject({ code: 'audit.sink_unwritable' })
    await read(door)
    renameSync(join(root, 'elsewhere'), folder)
    await write(door)
    expect((await linesOf(folder, (lines) => lines.length >= 2)).length).toBe(2)
  })

  it('are not begun anew in a named folder that is not there: a disk may not be mounted', async () => {
    const folder = join(root, 'unmounted')
    const door = await openDoor(folder, false)
    await expect(write(door)).rejects.toMatchObject({ code: 'audit.sink_unwritable' })
    expect(existsSync(folder)).toBe(false)
    mkdirSync(folder)
    await write(door)
  })
})
