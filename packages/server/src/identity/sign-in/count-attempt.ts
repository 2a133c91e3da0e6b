import type { SecuritySettings } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import type { Account } from './find-account.ts'

const minute = 60_000

/** How a try to sign in stands: it may be made, or signing in is locked for some minutes more. */
export interface AttemptStanding {
  readonly lockedMinutes: number
}

// Counted before the password is looked at, so that guesses sent all at once are counted too. A count that
// nothing was added to for the length of a lock begins anew.
const statement = `
  insert into identity_sign_in_failures as held (county_code, person_id, device, failures, locked_until, updated_at, org_path)
  values ($1, $2, $3, 1, null, $4, $5)
  on conflict (county_code, person_id, device) do update set
    failures = case when coalesce(held.locked_until, held.updated_at + $7::interval) <= $4 then 1
      else held.failures + 1 end,
    locked_until = case when coalesce(held.locked_until, held.updated_at + $7::interval) <= $4 then null
      when held.failures + 1 >= $6::integer then coalesce(held.locked_until, $4::timestamptz + $7::interval)
      else held.locked_until end,
    updated_at = $4
  returning failures, locked_until`

/** Counts a try of an account from a device (or from devices unknown to it, by the name ''). */
export async function countAttempt(
  { db, now }: Ctx,
  { account, device, settings }: { account: Account; device: string; settings: SecuritySettings },
): Promise<AttemptStanding> {
  const { lock_after_failures: limit, lock_minutes: minutes } = settings
  const [row] = await db.run<{ failures: number; locked_until: string | null }>(statement, [
    account.county,
    account.personId,
    device,
    now,
    account.path,
    limit,
    `${minutes} minutes`,
  ])
  if (row === undefined || row.failures <= limit) return { lockedMinutes: 0 }
  const until = row.locked_until === null ? now.getTime() + minutes * minute : Date.parse(row.locked_until)
  return { lockedMinutes: Math.max(1, Math.ceil((until - now.getTime()) / minute)) }
}

/** Takes one try back that was no failure: the password was right, the second step is still to come. */
export async function takeAttemptBack({ db }: Ctx, account: Account, device: string): Promise<void> {
  await db.kysely
    .updateTable('identity_sign_in_failures')
    .set((row) => ({ failures: row('failures', '-', 1), locked_until: null }))
    .where('county_code', '=', account.county)
    .where('person_id', '=', account.personId)
    .where('device', '=', device)
    .where('failures', '>', 0)
    .execute()
}
