import { dayOf, type PeopleFilter, type PersonList } from '@eduduty/core/identity'
import { unitNameOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { startConditions } from '../../platform/db/conditions.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import { readPage } from '../../platform/db/read-page.ts'
import { inForce } from '../in-force.ts'
import { type PersonRow, presentPerson, type Viewing } from './present-person.ts'
import { addSearchCondition } from './search-condition.ts'

interface Row extends PersonRow {
  readonly posts: readonly string[]
}

/** People within the caller's reach, a page at a time; numbers masked, names where the caller's role does not need them. */
export async function listPeople(ctx: Ctx, filter: PeopleFilter, viewing: Viewing): Promise<PersonList> {
  const conditions = startConditions()
  const today = `${conditions.parameter(dayOf(ctx.now))}::date`
  conditions.add('(?::text[] is null or p.county_code = any(?::text[]))', countiesIn(ctx.scopes))
  if (filter.unit !== undefined) conditions.add('p.org_path ^@ ?', filter.unit)
  if (filter.status !== undefined) conditions.add("coalesce(a.status, 'none') = ?", filter.status)
  if (filter.role !== undefined) conditions.add(`exists (${grantsToday(today)} and g.role = ?)`, filter.role)
  if (filter.q !== undefined && filter.q.trim() !== '')
    await addSearchCondition(ctx, conditions, filter.q, viewing.keyring)
  const from = `identity_people p
    left join identity_accounts a on a.county_code = p.county_code and a.person_id = p.person_id`
  const { total, rows } = await readPage<Row>(ctx.db, {
    columns: `p.county_code, p.person_id, p.unit_id, p.name, p.id_number_sealed, p.phone_sealed, p.org_path,
       ${unitNameOn('p.county_code', 'p.unit_id', today)} as unit_name,
       coalesce(a.login_name, '') as login_name, coalesce(a.status, 'none') as status,
       (select coalesce(jsonb_agg(o.title || case t.kind when 'substitute' then '（代理）' else '' end order by o.title), '[]')
         from identity_tenures t join organizations_posts o on o.county_code = t.county_code and o.post_id = t.post_id
         where t.county_code = p.county_code and t.person_id = p.person_id and ${inForce('t', today)}) as posts`,
    from,
    conditions,
    order: `p.org_path, p.name_initials, p.person_id`,
    day: today,
    page: filter.page,
    size: filter.size,
  })
  return {
    total,
    rows: rows.map((row) => ({ ...presentPerson(row, viewing), posts: [...row.posts] })),
  }
}

const grantsToday = (today: string): string =>
  `select from identity_tenures t join identity_grants g on g.county_code = t.county_code and g.post_id = t.post_id
     where t.county_code = p.county_code and t.person_id = p.person_id
       and ${inForce('t', today)} and ${inForce('g', today)}`
