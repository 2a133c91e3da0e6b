import { dayOf, type Verb } from '@eduduty/core/identity'
import type { OrgPath } from '@eduduty/core/organizations'
import { openOn, unitNameOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { inForce } from '../in-force.ts'
import { reachesPath, rolesWith } from './access-rows.ts'

/** Somebody who may do a thing somewhere, by a post held today. */
export interface Holder {
  readonly person_id: string
  readonly name: string
  readonly post: string
  readonly unit: string
  /** How far down the tree the grant begins: of two people the one with the greater stands nearer. */
  readonly depth: number
}

/** Who may do `verb` at `path` today and has an account to do it with; as far as the caller reaches. */
export async function listHolders(ctx: Ctx, verb: Verb, path: OrgPath): Promise<readonly Holder[]> {
  return ctx.db.run<Holder>(
    `select distinct on (p.person_id) p.person_id, p.name, o.title as post,
       ${unitNameOn('o.county_code', 'o.unit_id', '$1')} as unit,
       length(g.scope_path) as depth
     from identity_grants g
     join identity_tenures t on t.county_code = g.county_code and t.post_id = g.post_id and ${inForce('t', '$1')}
     join identity_people p on p.county_code = g.county_code and p.person_id = t.person_id
     join identity_accounts a on a.county_code = g.county_code and a.person_id = t.person_id and a.status = 'active'
     join organizations_posts o on o.county_code = g.county_code and o.post_id = g.post_id
       and ${openOn('o', '$1')}
     where ${inForce('g', '$1')} and g.role = any($2::text[]) and ${reachesPath(verb)}
     order by p.person_id, length(g.scope_path) desc, o.title`,
    [dayOf(ctx.now), rolesWith(verb), path],
  )
}
