import type { Ctx } from '../../platform/ctx.ts'
import { holdLock } from '../../platform/db/hold-lock.ts'

/** Until the end of the transaction nobody else changes the units of the county. */
export async function lockUnits({ db }: Ctx, county: string): Promise<void> {
  await holdLock(db, `units ${county}`)
}
