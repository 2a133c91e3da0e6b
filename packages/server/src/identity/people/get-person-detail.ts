import { dayOf, isRoleId, type PersonDetail, type PersonPost, roles } from '@eduduty/core/identity'
import { unitNameOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { inForce } from '../in-force.ts'
import type { PersonKey } from './person-key.ts'
import { type PersonRow, presentPerson, type Viewing } from './present-person.ts'

interface Row extends PersonRow {
  readonly code_expires_at: string | null
  readonly last_sign_in_at: string | null
  readonly tenures: readonly (Omit<PersonPost, 'roles'> & { readonly roles: readonly string[] })[]
}

const statement = `
  select p.county_code, p.person_id, p.unit_id, p.name, p.id_number_sealed, p.phone_sealed, p.org_path,
    ${unitNameOn('$1', 'p.unit_id', '$3')} as unit_name,
    coalesce(a.login_name, '') as login_name, coalesce(a.status, 'none') as status,
    a.secret_expires_at as code_expires_at, a.last_sign_in_at,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'tenure_id', t.tenure_id, 'post_id', t.post_id, 'post_title', o.title, 'kind', t.kind,
        'since', t.since, 'until', t.until, 'status', t.status,
        'unit_name', ${unitNameOn('$1', 'o.unit_id', '$3')},
        'roles', (select coalesce(jsonb_agg(distinct g.role), '[]') from identity_grants g
          where g.county_code = $1 and g.post_id = t.post_id and ${inForce('g', '$3')})) order by t.since desc, t.tenure_id), '[]')
      from identity_tenures t join organizations_posts o on o.county_code = $1 and o.post_id = t.post_id
      where t.county_code = $1 and t.person_id = p.person_id) as tenures
  from identity_people p
  left join identity_accounts a on a.county_code = $1 and a.person_id = p.person_id
  where p.county_code = $1 and p.person_id = $2`

/** One person with account and posts, past ones too. Errors: `identity.not_found`. */
export async function getPersonDetail(ctx: Ctx, key: PersonKey, viewing: Viewing): Promise<PersonDetail> {
  const [row] = await ctx.db.run<Row>(statement, [key.county, key.personId, dayOf(ctx.now)])
  if (row === undefined) throw new AppError('identity.not_found', { what: '人员' })
  return {
    ...presentPerson(row, viewing),
    is_self: ctx.actor.id === row.person_id,
    code_expires_at: row.code_expires_at,
    last_sign_in_at: row.last_sign_in_at,
    tenures: row.tenures.map((tenure) => ({ ...tenure, roles: tenure.roles.map(roleTitle) })),
  }
}

function roleTitle(role: string): string {
  return isRoleId(role) ? roles[role].title : role
}
