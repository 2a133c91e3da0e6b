import { dayOf, type GrantInForce, parseSecuritySettings, type SecuritySettings } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { type GrantLine, grantOf, grantsSql } from '../grants-of.ts'
import type { SessionToken } from './session-token.ts'

/** A session that was not ended, with its person and what their posts allow on the day it is asked. */
export interface FoundSession {
  readonly personId: string
  readonly name: string
  readonly path: string
  readonly startedAt: Date
  readonly seenAt: Date
  readonly passwordSetAt: Date | undefined
  readonly hasTotp: boolean
  readonly isDemo: boolean
  readonly grants: readonly GrantInForce[]
  readonly settings: SecuritySettings
}

interface Row {
  readonly person_id: string
  readonly name: string
  readonly org_path: string
  readonly started_at: string
  readonly seen_at: string
  readonly password_set_at: string | null
  readonly has_totp: boolean
  readonly is_demo: boolean
  readonly settings: unknown
  readonly grants: readonly GrantLine[]
}

// One statement, because it runs before every request.
const statement = `
  select s.person_id, p.name, p.org_path, s.started_at, s.seen_at, a.password_set_at, a.is_demo,
    a.totp_sealed is not null as has_totp,
    (select value from platform_settings where name = 'identity.security') as settings,
    ${grantsSql('$1', 's.person_id', '$3')} as grants
  from identity_sessions s
  join identity_accounts a on a.county_code = $1 and a.person_id = s.person_id and a.status = 'active'
  join identity_people p on p.county_code = $1 and p.person_id = s.person_id
  where s.county_code = $1 and s.session_hash = $2 and s.ended_at is null`

/** The session that a browser's token names, idle or not; undefined when there is none or its account is not in use. */
export async function findSession({ db, now }: Ctx, token: SessionToken): Promise<FoundSession | undefined> {
  const [row] = await db.run<Row>(statement, [token.county, token.hash, dayOf(now)])
  if (row === undefined) return undefined
  return {
    personId: row.person_id,
    name: row.name,
    path: row.org_path,
    startedAt: new Date(row.started_at),
    seenAt: new Date(row.seen_at),
    passwordSetAt: row.password_set_at === null ? undefined : new Date(row.password_set_at),
    hasTotp: row.has_totp,
    isDemo: row.is_demo,
    grants: row.grants.flatMap(grantOf),
    settings: parseSecuritySettings(row.settings),
  }
}
