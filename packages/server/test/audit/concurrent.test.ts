import { describe, expect, it } from 'vitest'
import { openCheckpoints } from '../../src/platform/audit/open-checkpoints.ts'
import { verifyLog } from '../../src/platform/audit/verify-log.ts'
import { confinedQueries, everywhere } from '../../src/platform/db/confined.ts'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import { openKeyring } from '../../src/platform/keys/keyring.ts'
import { runModule } from '../harness/child-program.ts'
import { createServerDatabase } from '../harness/postgres-server.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const each = 400
const program = (url: string, folder: string, name: string) => `
const { openServer } = await import(dist + 'platform/db/server/open-server.js')
const { openKeyring } = await import(dist + 'platform/keys/keyring.js')
const { openCheckpoints } = await import(dist + 'platform/audit/open-checkpoints.js')
const { createDoor } = await import(dist + 'platform/door.js')
const { systemCaller } = await import(dist + 'platform/ctx.js')
const db = await openServer(${JSON.stringify(url)}, { migrate: false })
const keyring = openKeyring(${JSON.stringify(`${folder}/keys.json`)}, new Date())
const checkpoints = openCheckpoints(${JSON.stringify(folder)}, keyring)
const door = createDoor({ db, clock: () => new Date(), auditLog: { keyring, checkpoints } })
const caller = systemCaller('测试', { county: '990101', path: '99/9901/990101/' })
const began = performance.now()
let next = 0
const worker = async () => {
  while (next < ${each}) {
    next += 1
    await door.record(caller, { action: 'platform.start', subject: '${name} ' + next })
  }
}
await Promise.all(Array.from({ length: 4 }, worker))
console.log(Math.round(${each} / (performance.now() - began) * 1000))
await checkpoints.close()
await db.close()
`

describe('two programs on one database', () => {
  it('append to one chain in one order, without a fork and without losing an event', async () => {
    const folder = temporaryFolder()
    const url = await createServerDatabase()
    const keys = `${folder}/keys.json`
    openKeyring(keys, new Date())
    const db = await openServer(url)
    try {
      const programs = ['甲', '乙'].map((name) => runModule(folder, program(url, folder, name)))
      const codes = await Promise.all(programs.map((child) => child.ended))
      expect(programs.map((child) => child.errors())).toEqual(['', ''])
      expect(codes).toEqual([0, 0])
      const keyring = openKeyring(keys, new Date())
      const checkpoints = openCheckpoints(folder, keyring)
      const report = await verifyLog({
        db: confinedQueries(db.connections, everywhere),
        keyring,
        checkpoints: checkpoints.file,
      })
      await checkpoints.close()
      expect(report.findings).toEqual([])
      expect(report.chains).toMatchObject([{ events: 2 * each, last_checkpoint: { no: 2 * each } }])
      const subjects = await db.run<{ subject: string }>('select subject from audit_events')
      expect(new Set(subjects.map((row) => row.subject)).size).toBe(2 * each)
    } finally {
      await db.close()
    }
  })
})
