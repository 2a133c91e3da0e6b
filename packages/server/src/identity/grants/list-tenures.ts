import { dayOf, type GrantInForce, type TenureEntry, type TenureFilter, type TenureList } from '@eduduty/core/identity'
import { unitNameOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { literalLike, startConditions } from '../../platform/db/conditions.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import { readPage } from '../../platform/db/read-page.ts'
import { shownName } from '../people/present-person.ts'
import { type Looker, mayHandle } from './may-handle.ts'
import { personName } from './person-names.ts'

interface Row
  extends Omit<TenureEntry, 'person_name' | 'replaces' | 'proposed_by' | 'may_decide' | 'may_withdraw' | 'may_end'> {
  readonly name: string
  readonly org_path: string
  readonly replaces: string | null
  readonly proposer: string
  readonly proposed_by: string
}

/** Tenures within the caller's reach, what waits first, then the newest. */
export async function listTenures(
  ctx: Ctx,
  filter: TenureFilter,
  { grants, looker }: { readonly grants: readonly GrantInForce[]; readonly looker: Looker },
): Promise<TenureList> {
  const conditions = startConditions()
  const today = dayOf(ctx.now)
  const day = `${conditions.parameter(today)}::date`
  conditions.add('(?::text[] is null or t.county_code = any(?::text[]))', countiesIn(ctx.scopes))
  if (filter.status !== undefined) conditions.add('t.status = ?', filter.status)
  if (filter.post !== undefined) conditions.add('t.post_id = ?', filter.post)
  if (filter.unit !== undefined) conditions.add('t.org_path ^@ ?', filter.unit)
  if (filter.q !== undefined)
    conditions.add(
      `(p.name like ? or o.title like ? or ${unitNameOn('o.county_code', 'o.unit_id', day)} like ?)`,
      `%${literalLike(filter.q.trim())}%`,
    )
  const from = `identity_tenures t
    join organizations_posts o on o.county_code = t.county_code and o.post_id = t.post_id
    join identity_people p on p.county_code = t.county_code and p.person_id = t.person_id`
  const { total, rows } = await readPage<Row>(ctx.db, {
    columns: `t.county_code, t.tenure_id, t.post_id, o.title as post_title, t.person_id, p.name, p.org_path, t.kind,
       t.since::text as since, t.until::text as until, t.status, t.reason, t.proposed_by, t.proposed_at, t.decided_at,
       t.decision_reason, ${unitNameOn('o.county_code', 'o.unit_id', day)} as unit_name,
       ${personName('t.county_code', 't.proposed_by')} as proposer, ${personName('t.county_code', 't.decided_by')} as decided_by,
       (select rp.name from identity_tenures r join identity_people rp on rp.county_code = r.county_code
          and rp.person_id = r.person_id where r.county_code = t.county_code and r.tenure_id = t.replaces_id) as replaces`,
    from,
    conditions,
    order: `t.status = 'proposed' desc, coalesce(t.decided_at, t.proposed_at) desc, t.tenure_id`,
    day: day,
    page: filter.page,
    size: filter.size,
  })
  const present = (row: Row): TenureEntry => {
    const { name, org_path, proposer, proposed_by, replaces, ...rest } = row
    return {
      ...rest,
      ...mayHandle({ ...rest, proposed_by }, looker, today),
      person_name: shownName({ name, org_path }, grants),
      replaces: replaces === null ? '' : shownName({ name: replaces, org_path }, grants),
      proposed_by: proposer,
    }
  }
  return { total, rows: rows.map(present) }
}
