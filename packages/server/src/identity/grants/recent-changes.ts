import { type AdministratorDesk, dayOf, type GrantInForce, isRoleId, roles } from '@eduduty/core/identity'
import { unitNameOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import { shownName } from '../people/present-person.ts'
import { personName } from './person-names.ts'

interface Row {
  readonly at: string
  readonly kind: 'tenure' | 'grant'
  readonly title: string
  readonly unit: string
  readonly role: string | null
  readonly name: string | null
  readonly org_path: string | null
  readonly status: string
  readonly by: string
}

/** The last ten proposals and decisions about tenures and grants, the newest first. */
export async function recentChanges(ctx: Ctx, viewer: readonly GrantInForce[]): Promise<AdministratorDesk['changes']> {
  const by = personName('c.county_code', 'c.by_id')
  const rows = await ctx.db.run<Row>(
    `select c.at, c.kind, o.title, ${unitNameOn('o.county_code', 'o.unit_id', '$2::date')} as unit, c.role, p.name, p.org_path, c.status, ${by} as by
     from (
       select county_code, post_id, person_id, null as role, 'tenure' as kind, status,
         coalesce(decided_at, proposed_at) as at, coalesce(decided_by, proposed_by) as by_id from identity_tenures
       union all
       select county_code, post_id, null, role, 'grant', status,
         coalesce(decided_at, proposed_at), coalesce(decided_by, proposed_by) from identity_grants) c
     join organizations_posts o on o.county_code = c.county_code and o.post_id = c.post_id
     left join identity_people p on p.county_code = c.county_code and p.person_id = c.person_id
     where $1::text[] is null or c.county_code = any($1)
     order by c.at desc limit 10`,
    [countiesIn(ctx.scopes), dayOf(ctx.now)],
  )
  return rows.map(({ title, unit, role, name, org_path, ...row }) => {
    const who = name === null || org_path === null ? '' : `${shownName({ name, org_path }, viewer)} `
    const what = role !== null && isRoleId(role) ? ` ${roles[role].title}` : ''
    return { ...row, subject: `${who}${unit} ${title}${what}` }
  })
}
