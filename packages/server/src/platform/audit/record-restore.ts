import { areaPath } from '@eduduty/core/organizations'
import { installation, systemCaller } from '../ctx.ts'
import { confinedQueries, everywhere } from '../db/confined.ts'
import type { Database } from '../db/database.ts'
import type { Door } from '../door.ts'
import { listChains } from './read-chain.ts'

/**
 * Leaves one event in every chain, so that each auditor finds that the database has gone back in time, and so that
 * checkpoints of what is no longer there are explained.
 */
export async function recordRestore(db: Database, door: Door, subject: string): Promise<void> {
  const chains = await listChains(confinedQueries(db.connections, everywhere))
  const counties = new Set([installation.county, ...chains.map((chain) => chain.county)])
  for (const county of counties) {
    const caller = systemCaller('从备份恢复', { county, path: areaPath(county) })
    await door.record(caller, { action: 'platform.restore', subject })
  }
}
