import { dayOf, type GrantInForce, verbsIn, type WaitingSecret } from '@eduduty/core/identity'
import { unitNameOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import { administering, administratorRoles } from '../appointments/is-administrator.ts'
import { shownName } from '../people/present-person.ts'
import { personName } from './person-names.ts'

interface Row extends Omit<WaitingSecret, 'person_name' | 'may_confirm'> {
  readonly name: string
  readonly org_path: string
  readonly issuer: string
}

/** One-time codes of administrators that wait for the word of a second one, as far as the caller reaches. */
export async function waitingSecrets(ctx: Ctx, viewer: readonly GrantInForce[]): Promise<WaitingSecret[]> {
  const rows = await ctx.db.run<Row>(
    `select p.county_code, p.person_id, p.name, p.org_path, a.login_name, a.secret_issued_by as issuer,
       ${unitNameOn('p.county_code', 'p.unit_id', '$1::date')} as unit_name,
       ${personName('a.county_code', 'a.secret_issued_by')} as issued_by,
       a.secret_issued_at as issued_at, a.secret_expires_at as expires_at
     from identity_accounts a
     join identity_people p on p.county_code = a.county_code and p.person_id = a.person_id
     where a.secret_hash is not null and a.secret_issued_by is not null and a.secret_confirmed_by is null
       and a.secret_expires_at > $3 and ($4::text[] is null or a.county_code = any ($4))
       and ${administering('a.county_code', 'a.person_id')}
     order by a.secret_issued_at, a.login_name`,
    [dayOf(ctx.now), administratorRoles, ctx.now, countiesIn(ctx.scopes)],
  )
  const may = verbsIn(viewer).includes('identity.secrets_confirm')
  return rows.map(({ name, org_path, issuer, ...row }) => ({
    ...row,
    person_name: shownName({ name, org_path }, viewer),
    may_confirm: may && issuer !== ctx.actor.id && row.person_id !== ctx.actor.id,
  }))
}
