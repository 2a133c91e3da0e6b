import {
  dayOf,
  type GrantEntry,
  type GrantFilter,
  type GrantInForce,
  type GrantList,
  isRoleId,
  roles,
} from '@eduduty/core/identity'
import { unitNameOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { literalLike, startConditions } from '../../platform/db/conditions.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import { readPage } from '../../platform/db/read-page.ts'
import { inForce } from '../in-force.ts'
import { shownName } from '../people/present-person.ts'
import { type Looker, mayHandle } from './may-handle.ts'
import { namePlaces } from './name-places.ts'
import { personName } from './person-names.ts'

interface Row
  extends Omit<
    GrantEntry,
    'holders' | 'role_title' | 'scope_name' | 'proposed_by' | 'may_decide' | 'may_withdraw' | 'may_end'
  > {
  readonly holders: readonly { readonly name: string; readonly org_path: string }[]
  readonly proposer: string
  readonly proposed_by: string
}

/** Grants within the caller's reach, what waits first, then the newest. */
export async function listGrants(
  ctx: Ctx,
  filter: GrantFilter,
  { grants, looker }: { readonly grants: readonly GrantInForce[]; readonly looker: Looker },
): Promise<GrantList> {
  const conditions = startConditions()
  const today = dayOf(ctx.now)
  const day = `${conditions.parameter(today)}::date`
  const unit = unitNameOn('o.county_code', 'o.unit_id', day)
  conditions.add('(?::text[] is null or g.county_code = any(?::text[]))', countiesIn(ctx.scopes))
  if (filter.status !== undefined) conditions.add('g.status = ?', filter.status)
  if (filter.role !== undefined) conditions.add('g.role = ?', filter.role)
  if (filter.post !== undefined) conditions.add('g.post_id = ?', filter.post)
  if (filter.unit !== undefined) conditions.add('g.org_path ^@ ?', filter.unit)
  if (filter.q !== undefined) conditions.add(`(o.title like ? or ${unit} like ?)`, `%${literalLike(filter.q.trim())}%`)
  const from = `identity_grants g
    join organizations_posts o on o.county_code = g.county_code and o.post_id = g.post_id`
  const { total, rows } = await readPage<Row>(ctx.db, {
    columns: `g.county_code, g.grant_id, g.post_id, o.title as post_title, g.role, g.scope_path, g.since::text as since,
       g.until::text as until, g.status, g.reason, g.proposed_by, g.proposed_at, g.decided_at, g.decision_reason,
       ${unit} as unit_name, ${personName('g.county_code', 'g.proposed_by')} as proposer,
       ${personName('g.county_code', 'g.decided_by')} as decided_by,
       (select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'org_path', p.org_path) order by t.kind), '[]')
          from identity_tenures t join identity_people p on p.county_code = t.county_code and p.person_id = t.person_id
          where t.county_code = g.county_code and t.post_id = g.post_id and ${inForce('t', day)}) as holders`,
    from,
    conditions,
    order: `g.status = 'proposed' desc, coalesce(g.decided_at, g.proposed_at) desc, g.grant_id`,
    day: day,
    page: filter.page,
    size: filter.size,
  })
  const scopes = rows.map((row) => row.scope_path)
  const names = await namePlaces(ctx.db, today, scopes)
  const present = (row: Row): GrantEntry => {
    const { proposer, proposed_by, holders, ...rest } = row
    return {
      ...rest,
      ...mayHandle({ ...rest, proposed_by }, looker, today),
      holders: holders.map((holder) => shownName(holder, grants)),
      role_title: isRoleId(row.role) ? roles[row.role].title : row.role,
      scope_name: names.get(row.scope_path) ?? row.scope_path,
      proposed_by: proposer,
    }
  }
  return { total, rows: rows.map(present) }
}
