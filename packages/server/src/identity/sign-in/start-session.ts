import { isSessionOver, type SecuritySettings } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { endSessions } from '../end-sessions.ts'
import type { Account } from './find-account.ts'
import { makeSessionToken, type SessionToken } from './session-token.ts'

/** Starts a session with a fresh token; the oldest ones beyond what is allowed at once are ended. Errors: `identity.sign_in_refused` for an account just disabled. */
export async function startSession(
  ctx: Ctx,
  { account, settings, browser }: { account: Account; settings: SecuritySettings; browser: string },
): Promise<SessionToken> {
  const { county, personId, path } = account
  // First, because it makes sign-ins of one account wait for one another: the limit counts them one by one.
  const entered = await ctx.db.kysely
    .updateTable('identity_accounts')
    .set({ last_sign_in_at: ctx.now })
    .where('county_code', '=', county)
    .where('person_id', '=', personId)
    .where('status', '=', 'active')
    .returning('person_id')
    .executeTakeFirst()
  if (entered === undefined) throw new AppError('identity.sign_in_refused')
  await makeRoom(ctx, account, settings)
  const token = makeSessionToken(county)
  const { now, origin } = ctx
  const row = { county_code: county, session_hash: token.hash, person_id: personId, started_at: now, seen_at: now }
  await ctx.db.kysely
    .insertInto('identity_sessions')
    .values({ ...row, address: origin.address, browser, org_path: path })
    .execute()
  return token
}

async function makeRoom(ctx: Ctx, { county, personId }: Account, settings: SecuritySettings): Promise<void> {
  const open = await ctx.db.kysely
    .selectFrom('identity_sessions')
    .select(['session_hash', 'started_at', 'seen_at'])
    .where('county_code', '=', county)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('started_at', 'desc')
    .orderBy('session_hash')
    .execute()
  const isOver = (row: (typeof open)[number]): boolean =>
    isSessionOver({ startedAt: new Date(row.started_at), seenAt: new Date(row.seen_at) }, settings, ctx.now)
  const over = open.filter(isOver)
  const surplus = open.filter((row) => !isOver(row)).slice(settings.concurrent_sessions - 1)
  const hashes = (rows: typeof open): string[] => rows.map((row) => row.session_hash)
  await endSessions(ctx, { county, personId, reason: 'expired', hashes: hashes(over) })
  await endSessions(ctx, { county, personId, reason: 'replaced', hashes: hashes(surplus) })
}
