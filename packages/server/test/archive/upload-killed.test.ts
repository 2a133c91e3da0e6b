import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'
import { sweepOrphans } from '../../src/archive/sweep/sweep-orphans.ts'
import { receiveUpload } from '../../src/archive/uploads/receive-upload.ts'
import { openUnit } from '../../src/organizations/index.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import { openInstallation } from '../../src/platform/installation.ts'
import { runModule } from '../harness/child-program.ts'
import { systemIn, testCounty } from '../harness/doors.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const base = temporaryFolder()
// Processes are started and recover one after another: slow on a busy machine, never wrong.
vi.setConfig({ testTimeout: 240_000 })

const DAY = 24 * 60 * 60 * 1000
const content = '会议纪要的内容'
const sha256 = createHash('sha256').update(content).digest('hex')

/** Where the program stops for good, with the file in its place. */
const points = {
  'before its row is written': `write: () => stop()`,
  'before its row is committed': `write: (caller, work) => door.write(caller, async (ctx) => { await work(ctx); await stop() })`,
} as const

describe('a program that is killed when a file is in its place', () => {
  it.each(Object.entries(points))(
    '%s leaves no row, an orphan that is swept, and takes the file again',
    async (when, at) => {
      const folder = join(base, createHash('sha256').update(when).digest('hex').slice(0, 8))
      const place = { dataDir: join(folder, 'data') }
      const keys = join(folder, 'keys.json')
      const first = await openInstallation(place, keys)
      await first.door.write(systemIn(), async (ctx) => {
        await openUnit(ctx, {
          unitId: 'G',
          kind: 'government',
          name: '演示县',
          openedOn: '2010-01-01',
          code: testCounty,
          parentPath: undefined,
        })
      })
      await first.close()
      const child = runModule(
        base,
        `
      const { Readable } = await import('node:stream')
      const { openInstallation } = await import(dist + 'platform/installation.js')
      const { openFileStore } = await import(dist + 'platform/files/file-store.js')
      const { receiveUpload } = await import(dist + 'archive/uploads/receive-upload.js')
      const { door } = await openInstallation(${JSON.stringify(place)}, ${JSON.stringify(keys)})
      const stop = () => new Promise(() => { process.stdout.write('placed\\n'); setInterval(() => {}, 1000) })
      const stopping = { ...door, ${at} }
      const receiving = { door: stopping, files: openFileStore(${JSON.stringify(join(folder, 'files'))}),
        caller: ${JSON.stringify(systemIn())}, county: ${JSON.stringify(testCounty)}, onText: () => {} }
      await receiveUpload(receiving, { name: '纪要.txt', unit: 'G' }, Readable.from([Buffer.from(${JSON.stringify(content)})]))`,
      )
      const said = await child.lines.next()
      expect(said.value, child.errors()).toBe('placed')
      child.process.kill('SIGKILL')
      await child.ended
      const files = openFileStore(join(folder, 'files'))
      const { db, door, close } = await openInstallation(place, keys)
      const rows = () => db.run<{ versions: number }>('select count(*) as versions from archive_versions')
      expect(await rows()).toEqual([{ versions: 0 }])
      expect(await files.measure(testCounty, sha256)).toBe(sha256)
      expect(await sweepOrphans(door, files, new Date())).toBe(0)
      expect(await sweepOrphans(door, files, new Date(Date.now() + DAY + 60_000))).toBe(1)
      expect(await files.has(testCounty, sha256)).toBe(false)
      const receiving = { door, files, caller: systemIn(), county: testCounty, onText: () => undefined }
      const again = await receiveUpload(
        receiving,
        { name: '纪要.txt', unit: 'G' },
        Readable.from([Buffer.from(content)]),
      )
      expect(again.files).toMatchObject([{ outcome: 'kept', title: '纪要' }])
      expect(await rows()).toEqual([{ versions: 1 }])
      expect(await files.measure(testCounty, sha256)).toBe(sha256)
      await close()
    },
  )
})
