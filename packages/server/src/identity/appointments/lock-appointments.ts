import type { Ctx } from '../../platform/ctx.ts'

/**
 * Until the end of the transaction nobody else in the county decides about tenures, grants or accounts: what was checked
 * here stays true until it is kept.
 */
export async function lockAppointments({ db }: Ctx, county: string): Promise<void> {
  await db.run("select pg_advisory_xact_lock(hashtextextended('eduduty appointments ' || $1, 0))", [county])
}
