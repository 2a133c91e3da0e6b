import type { Ctx } from '../../platform/ctx.ts'
import { holdLock } from '../../platform/db/hold-lock.ts'

/**
 * Until the end of the transaction nobody else in the county decides about tenures, grants or accounts: what was checked
 * here stays true until it is kept.
 */
export async function lockAppointments({ db }: Ctx, county: string): Promise<void> {
  await holdLock(db, `appointments ${county}`)
}
