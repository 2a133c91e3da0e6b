import { join } from 'node:path'
import type { VerifyReport } from '@eduduty/core/audit'
import { areaPath } from '@eduduty/core/organizations'
import { type ChainHead, type Checkpoints, noCheckpoints } from '../../src/platform/audit/checkpoints.ts'
import { checkpointFileName, openCheckpoints } from '../../src/platform/audit/open-checkpoints.ts'
import { verifyLog } from '../../src/platform/audit/verify-log.ts'
import { systemCaller } from '../../src/platform/ctx.ts'
import { confinedQueries, everywhere } from '../../src/platform/db/confined.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { createDoor, type Door } from '../../src/platform/door.ts'
import { type Keyring, temporaryKeyring } from '../../src/platform/keys/keyring.ts'

/** A database's log with real checkpoints in a folder of its own. */
export interface KeptLog {
  readonly db: Database
  readonly keyring: Keyring
  readonly door: Door
  readonly file: string
  /** Adds `count` events to a county's chain, a minute apart. */
  add(county: string, count: number): Promise<void>
  /** Writes one checkpoint for each chain: not by the clock, so that tests know where it stands. */
  settle(): Promise<void>
  verify(): Promise<VerifyReport>
}

export function keepLog(db: Database, folder: string): KeptLog {
  const keyring = temporaryKeyring()
  let now = Date.parse('2026-09-01T00:00:00.123Z')
  const sink = openCheckpoints(folder, keyring)
  const due: ChainHead[] = []
  const checkpoints: Checkpoints = { ...noCheckpoints, note: (heads) => void due.push(...heads) }
  const door = createDoor({ db, clock: () => new Date(now), auditLog: { keyring, checkpoints } })
  const file = join(folder, checkpointFileName)
  return {
    db,
    keyring,
    door,
    file,
    async add(county, count) {
      const caller = systemCaller('测试', { scopes: [areaPath(county)], county, path: areaPath(county) })
      for (let index = 0; index < count; index += 1) {
        now += 60_000
        const detail = { index, share: 0.1 + index, open: index % 2 === 0, text: `第 ${index} 次\n"引号"` }
        await door.record(caller, { action: 'identity.sign_in', subject: `甲${index}`, reason: '', detail })
      }
    },
    async settle() {
      sink.note(due.splice(0))
      await sink.close()
    },
    verify: () =>
      verifyLog({ db: confinedQueries(db.connections, everywhere), keyring, checkpoints: file, pageRows: 7 }),
  }
}

/** What was found, one short text each: `edited 990101 5`. */
export function found(report: VerifyReport): readonly string[] {
  return report.findings.map(({ kind, county, from, to }) =>
    [kind, county, from === undefined ? '' : from === (to ?? from) ? from : `${from}-${to}`].join(' ').trim(),
  )
}

/** Keeps a copy of the log to go back to, as the owner of the database can. */
export async function keepCopy(db: Database): Promise<void> {
  await db.run('create table kept_events as select * from audit_events')
  await db.run('create table kept_chains as select * from audit_chains')
}

export async function goBack(db: Database): Promise<void> {
  for (const table of ['events', 'chains']) {
    await db.run(`delete from audit_${table}`)
    await db.run(`insert into audit_${table} select * from kept_${table}`)
  }
}
