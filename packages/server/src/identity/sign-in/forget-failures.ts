import type { Ctx } from '../../platform/ctx.ts'
import type { Account } from './find-account.ts'

/** Starts the count of an account's failures anew, of one device or of all. */
export async function forgetFailures({ db }: Ctx, { county, personId }: Account, device?: string): Promise<void> {
  let query = db.kysely
    .deleteFrom('identity_sign_in_failures')
    .where('county_code', '=', county)
    .where('person_id', '=', personId)
  if (device !== undefined) query = query.where('device', '=', device)
  await query.execute()
}
