import { type GrantInForce, isRoleId } from '@eduduty/core/identity'
import { openOn } from '../organizations/index.ts'
import { inForce } from './in-force.ts'

/** A grant as SQL gives it. */
export interface GrantLine {
  readonly grant_id: string
  readonly role: string
  readonly scope_path: string
  readonly post: string
  readonly unit: string
}

/** SQL: what the posts of a person allow on a day; `county`, `person` and `day` are expressions. */
export const grantsSql = (county: string, person: string, day: string): string =>
  `(select coalesce(jsonb_agg(distinct jsonb_build_object(
        'grant_id', g.grant_id, 'role', g.role, 'scope_path', g.scope_path, 'post', o.title, 'unit', o.org_path)), '[]')
      from identity_tenures t
      join organizations_posts o on o.county_code = ${county} and o.post_id = t.post_id
      join identity_grants g on g.county_code = ${county} and g.post_id = t.post_id
      where t.county_code = ${county} and t.person_id = ${person}
        and ${inForce('t', day)} and ${inForce('g', day)} and ${openOn('o', day)})`

/** A role that this version does not know allows nothing. */
export function grantOf({
  role,
  scope_path: scope,
  post,
  unit,
  grant_id: grantId,
}: GrantLine): readonly GrantInForce[] {
  return isRoleId(role) ? [{ role, scope, unit, post, grantId }] : []
}
