import {
  isSessionOver,
  type OwnAccount,
  type PasswordDemands,
  passwordDemands,
  type SecuritySettings,
} from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { Own } from './own-account.ts'

const day = 24 * 3_600_000

/** What somebody sees of their own account. */
export async function readOwnAccount(ctx: Ctx, { account, session }: Own): Promise<OwnAccount> {
  const settings = await readSettings(ctx.db)
  const { county, personId } = account
  const row = await ctx.db.kysely
    .selectFrom('identity_accounts')
    .select('password_set_at')
    .where('county_code', '=', county)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const setAt = row?.password_set_at ?? null
  return {
    login_name: account.loginName,
    is_demo: account.isDemo,
    has_totp: account.totpSealed !== undefined,
    password_set_at: setAt,
    password_days_left: daysLeft(setAt, settings, ctx.now),
    sessions: await listOwnSessions(ctx, { account, session }, settings),
  }
}

type Keys = Pick<Own, 'account' | 'session'>

async function listOwnSessions(ctx: Ctx, { account, session }: Keys, settings: SecuritySettings) {
  const rows = await ctx.db.kysely
    .selectFrom('identity_sessions')
    .select(['session_hash', 'started_at', 'seen_at', 'address', 'browser'])
    .where('county_code', '=', account.county)
    .where('person_id', '=', account.personId)
    .where('ended_at', 'is', null)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows
    .filter(
      (row) =>
        !isSessionOver({ startedAt: new Date(row.started_at), seenAt: new Date(row.seen_at) }, settings, ctx.now),
    )
    .map(({ session_hash, ...row }) => ({ ...row, session: session_hash, current: session_hash === session }))
}

function daysLeft(setAt: string | null, settings: SecuritySettings, now: Date): number | null {
  const { days }: PasswordDemands = passwordDemands[settings.password_profile]
  if (days === undefined || setAt === null) return null
  return Math.max(0, Math.ceil(days - (now.getTime() - Date.parse(setAt)) / day))
}
