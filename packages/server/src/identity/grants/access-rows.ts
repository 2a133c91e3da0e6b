import {
  type AccessEntry,
  dayOf,
  type GrantInForce,
  isOwnUnitVerb,
  isRoleId,
  type RoleId,
  roles,
  type Verb,
  verbsOf,
} from '@eduduty/core/identity'
import { openOn, unitNameOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { inForce } from '../in-force.ts'
import { shownName } from '../people/present-person.ts'
import { namePlaces } from './name-places.ts'

interface Row extends Omit<AccessEntry, 'person_name' | 'role_title' | 'scope_name'> {
  readonly name: string
  readonly org_path: string
  readonly role: RoleId
}

/** Every tenure with every grant of its post, both in force on day `$1` and only for posts in use. */
const statement = `
  select p.name, p.org_path, o.title as post_title, t.kind, g.role, g.scope_path, g.grant_id,
    ${unitNameOn('o.county_code', 'o.unit_id', '$1')} as unit_name, coalesce(a.status, 'none') as account,
    greatest(t.since, g.since)::text as since, least(t.until, g.until)::text as until
  from identity_grants g
  join organizations_posts o on o.county_code = g.county_code and o.post_id = g.post_id
    and ${openOn('o', '$1')}
  join identity_tenures t on t.county_code = g.county_code and t.post_id = g.post_id and ${inForce('t', '$1')}
  join identity_people p on p.county_code = g.county_code and p.person_id = t.person_id
  left join identity_accounts a on a.county_code = g.county_code and a.person_id = t.person_id
  where ${inForce('g', '$1')} and g.role = any($2::text[])`

interface Wanted {
  readonly roles: readonly RoleId[]
  /** A further condition with its parameters from `$3` on. */
  readonly condition: string
  readonly parameters: readonly unknown[]
}

export const allRoles: readonly RoleId[] = Object.keys(roles).filter(isRoleId)

export function rolesWith(verb: Verb): readonly RoleId[] {
  return allRoles.filter((role) => verbsOf(role).includes(verb))
}

/** SQL for a grant that lets `verb` be done at the path in `$3`, beside `o`, the post. */
export function reachesPath(verb: Verb): string {
  return `$3 ^@ g.scope_path${isOwnUnitVerb(verb) ? ' and o.org_path = $3' : ''}`
}

/** Who may today, each with the rule by which; as far as the caller reaches. */
export async function accessRows(
  ctx: Ctx,
  wanted: Wanted,
  viewer: readonly GrantInForce[],
): Promise<readonly (AccessEntry & { readonly role: RoleId })[]> {
  const today = dayOf(ctx.now)
  const rows = await ctx.db.run<Row>(
    `${statement} and ${wanted.condition} order by length(g.scope_path) desc, g.role, o.title, p.name`,
    [today, wanted.roles, ...wanted.parameters],
  )
  const scopes = [...new Set(rows.map((row) => row.scope_path))]
  const names = await namePlaces(ctx.db, today, scopes)
  return rows.map(({ name, org_path, ...row }) => ({
    ...row,
    person_name: shownName({ name, org_path }, viewer),
    role_title: roles[row.role].title,
    scope_name: names.get(row.scope_path) ?? row.scope_path,
  }))
}
