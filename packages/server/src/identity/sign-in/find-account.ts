import type { OrgPath } from '@eduduty/core/organizations'
import { areaPath } from '@eduduty/core/organizations'
import { type Caller, type Origin, systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'

/** An account as signing in needs it. */
export interface Account {
  readonly county: string
  readonly personId: string
  readonly loginName: string
  readonly name: string
  readonly nameInitials: string
  readonly path: OrgPath
  readonly status: string
  readonly isDemo: boolean
  readonly passwordHash: string | undefined
  readonly passwordHistory: readonly string[]
  readonly secretHash: string | undefined
  readonly secretExpiresAt: Date | undefined
  readonly secretConfirmedBy: string | undefined
  readonly totpSealed: string | undefined
}

/** Login names are compared without capitals and outer blanks, full-width letters as plain ones. */
export function tidyLoginName(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/** The account of a login name, wherever in the country it is kept. */
export async function findAccount(door: Door, loginName: string, origin: Origin): Promise<Account | undefined> {
  const place = await door.read(systemCaller('登录', { scopes: [], origin }), ({ db }) =>
    db.kysely
      .selectFrom('identity_login_names')
      .select(['county_code', 'person_id'])
      .where('login_name', '=', loginName)
      .executeTakeFirst(),
  )
  return place && findAccountOf(door, { county: place.county_code, personId: place.person_id }, origin)
}

export async function findAccountOf(
  door: Door,
  { county, personId }: { readonly county: string; readonly personId: string },
  origin: Origin,
): Promise<Account | undefined> {
  const row = await door.read(countyCaller(county, origin), ({ db }) =>
    db.kysely
      .selectFrom('identity_accounts as account')
      .innerJoin('identity_people as person', (join) =>
        join
          .onRef('person.county_code', '=', 'account.county_code')
          .onRef('person.person_id', '=', 'account.person_id'),
      )
      .selectAll('account')
      .select(['person.name', 'person.name_initials'])
      .where('account.county_code', '=', county)
      .where('account.person_id', '=', personId)
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  return {
    county,
    personId,
    loginName: row.login_name,
    name: row.name,
    nameInitials: row.name_initials,
    path: row.org_path,
    status: row.status,
    isDemo: row.is_demo,
    passwordHash: row.password_hash ?? undefined,
    passwordHistory: row.password_history,
    secretHash: row.secret_hash ?? undefined,
    secretExpiresAt: row.secret_expires_at === null ? undefined : new Date(row.secret_expires_at),
    secretConfirmedBy: row.secret_confirmed_by ?? undefined,
    totpSealed: row.totp_sealed ?? undefined,
  }
}

/** The system at work for somebody who is not signed in yet, in their county's audit chain. */
export function countyCaller(county: string, origin: Origin): Caller {
  const path = areaPath(county)
  return systemCaller('登录', { scopes: [path], county, path, origin })
}

/** The person themselves, reaching their own unit's rows. */
export function personCaller(account: Account, origin: Origin): Caller {
  const { personId: id, name, county, path } = account
  const actor = { id, name, kind: 'person', county, path } as const
  return { actor, verb: 'system', scopes: [path], purpose: '本人事务', origin }
}
