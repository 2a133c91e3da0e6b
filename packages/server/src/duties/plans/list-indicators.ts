import type { DutyPlan, PlanIndicator } from '@eduduty/core/duties'
import { isUnitKind } from '@eduduty/core/organizations'
import type { Queries } from '../../platform/db/database.ts'
import { newestInstalled } from './list-duties.ts'

interface Row {
  readonly pack: string
  readonly pack_title: string
  readonly indicator: string
  readonly title: string
  readonly unit: string
  readonly kinds: readonly string[]
}

/**
 * Indicators of the packs by which the county reports or was evaluated in the year of a plan or the year before, in the
 * order of the packs; each with the kinds of units that it has figures of in the latest evaluation, none where there is no
 * evaluation yet.
 */
export async function listIndicators(
  db: Queries,
  { county, year }: Pick<DutyPlan, 'county' | 'year'>,
): Promise<readonly PlanIndicator[]> {
  const rows = await db.run<Row>(
    `with used as (
       select pack_id from evaluation_runs where county_code = $1 and year between $2::int - 1 and $2
       union select pack_id from collection_periods where county_code = $1 and year between $2::int - 1 and $2),
     latest as (
       select distinct on (pack_id) pack_id, run_id from evaluation_runs
       where county_code = $1 and year <= $2 order by pack_id, year desc, created_at desc),
     held as (
       select l.pack_id, f.node, array_agg(distinct u.kind) as kinds
       from latest l join evaluation_figures f on f.county_code = $1 and f.run_id = l.run_id
       join organizations_units u on u.county_code = $1 and u.org_path = f.org_path
       group by l.pack_id, f.node)
     select p.pack_id as pack, p.content #>> '{pack,title}' as pack_title, i.one ->> 'id' as indicator,
       i.one ->> 'title' as title, coalesce(i.one ->> 'unit', '') as unit, coalesce(h.kinds, '{}') as kinds
     from (${newestInstalled}) p
     join used on used.pack_id = p.pack_id
     cross join lateral jsonb_array_elements(coalesce(p.content -> 'indicators', '[]')) with ordinality as i(one, at)
     left join held h on h.pack_id = p.pack_id and h.node = i.one ->> 'id'
     order by p.pack_id, i.at`,
    [county, year],
  )
  return rows.map(({ kinds, ...row }) => ({
    ...row,
    kinds: kinds.filter(isUnitKind),
  }))
}
