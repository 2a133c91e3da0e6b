import type { Ctx } from '../../platform/ctx.ts'
import type { SessionKey } from './expire-session.ts'

/** Remembers that a session was used; called at most once a minute. */
export async function noteActivity({ db, now }: Ctx, key: SessionKey): Promise<void> {
  await db.kysely
    .updateTable('identity_sessions')
    .set({ seen_at: now })
    .where('county_code', '=', key.county)
    .where('session_hash', '=', key.hash)
    .execute()
}
