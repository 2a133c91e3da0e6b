import type { Ctx } from '../../platform/ctx.ts'

/** Until the end of the transaction nobody else changes the units of the county. */
export async function lockUnits({ db }: Ctx, county: string): Promise<void> {
  await db.run("select pg_advisory_xact_lock(hashtextextended('eduduty units ' || $1, 0))", [county])
}
