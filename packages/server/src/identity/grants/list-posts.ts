import {
  dayOf,
  type GrantInForce,
  isRoleId,
  type PostEntry,
  type PostFilter,
  type PostList,
  roles,
} from '@eduduty/core/identity'
import { openOn, unitNameOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { startConditions } from '../../platform/db/conditions.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import { readPage } from '../../platform/db/read-page.ts'
import { inForce } from '../in-force.ts'
import { shownName } from '../people/present-person.ts'
import { addPostSearch } from './post-search.ts'

interface Named {
  readonly kind: 'holder' | 'substitute'
  readonly name: string
  readonly org_path: string
}

interface Row extends Omit<PostEntry, 'holder' | 'substitutes' | 'roles'> {
  readonly people: readonly Named[]
  readonly role_ids: readonly string[]
}

/** Posts within the caller's reach: who has them today, and what they bring. */
export async function listPosts(ctx: Ctx, filter: PostFilter, grants: readonly GrantInForce[]): Promise<PostList> {
  const conditions = startConditions()
  const day = `${conditions.parameter(dayOf(ctx.now))}::date`
  const unit = unitNameOn('o.county_code', 'o.unit_id', day)
  conditions.add('(?::text[] is null or o.county_code = any(?::text[]))', countiesIn(ctx.scopes))
  conditions.add(`${openOn('o', day)} and ?`, true)
  if (filter.unit !== undefined) conditions.add('o.org_path ^@ ?', filter.unit)
  if (filter.post !== undefined) conditions.add('o.post_id = ?', filter.post)
  if (filter.vacant !== undefined) conditions.add(`${holds(day)} <> ?`, filter.vacant)
  if (filter.q !== undefined) await addPostSearch(ctx, conditions, { typed: filter.q, unit, day })
  const from = `organizations_posts o`
  const { total, rows } = await readPage<Row>(ctx.db, {
    columns: `o.county_code, o.post_id, o.title, o.unit_id, ${unit} as unit_name,
       (select coalesce(jsonb_agg(jsonb_build_object('kind', t.kind, 'name', p.name, 'org_path', p.org_path)), '[]')
          ${peopleOf} and ${inForce('t', day)}) as people,
       (select count(*) from identity_tenures t where t.county_code = o.county_code and t.post_id = o.post_id
          and t.status = 'proposed') as waiting,
       (select coalesce(jsonb_agg(distinct g.role), '[]') from identity_grants g
          where g.county_code = o.county_code and g.post_id = o.post_id and ${inForce('g', day)}) as role_ids`,
    from,
    conditions,
    order: `o.org_path, o.title, o.post_id`,
    day: day,
    page: filter.page,
    size: filter.size,
  })
  const present = ({ people, role_ids, ...row }: Row): PostEntry => ({
    ...row,
    holder: people.filter(({ kind }) => kind === 'holder').map((one) => shownName(one, grants))[0] ?? '',
    substitutes: people.filter(({ kind }) => kind === 'substitute').map((one) => shownName(one, grants)),
    roles: role_ids.map((role) => (isRoleId(role) ? roles[role].title : role)),
  })
  return { total, rows: rows.map(present) }
}

const peopleOf = `from identity_tenures t
  join identity_people p on p.county_code = t.county_code and p.person_id = t.person_id
  where t.county_code = o.county_code and t.post_id = o.post_id`

const holds = (day: string): string => `exists (select ${peopleOf} and t.kind = 'holder' and ${inForce('t', day)})`
