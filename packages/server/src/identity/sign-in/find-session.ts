import {
  dayOf,
  type GrantInForce,
  isRoleId,
  parseSecuritySettings,
  type SecuritySettings,
} from '@eduduty/core/identity'
import { openOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { inForce } from '../in-force.ts'
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
  readonly grants: readonly { grant_id: string; role: string; scope_path: string; post: string; unit: string }[]
}

// One statement, because it runs before every request.
const statement = `
  select s.person_id, p.name, p.org_path, s.started_at, s.seen_at, a.password_set_at, a.is_demo,
    a.totp_sealed is not null as has_totp,
    (select value from platform_settings where name = 'identity.security') as settings,
    (select coalesce(jsonb_agg(distinct jsonb_build_object(
        'grant_id', g.grant_id, 'role', g.role, 'scope_path', g.scope_path, 'post', o.title, 'unit', o.org_path)), '[]')
      from identity_tenures t
      join organizations_posts o on o.county_code = $1 and o.post_id = t.post_id
      join identity_grants g on g.county_code = $1 and g.post_id = t.post_id
      where t.county_code = $1 and t.person_id = s.person_id
        and ${inForce('t', '$3')} and ${inForce('g', '$3')} and ${openOn('o', '$3')}) as grants
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

/** A role that this version does not know allows nothing. */
function grantOf(row: Row['grants'][number]): readonly GrantInForce[] {
  const { role, scope_path: scope, post, unit, grant_id: grantId } = row
  return isRoleId(role) ? [{ role, scope, unit, post, grantId }] : []
}
