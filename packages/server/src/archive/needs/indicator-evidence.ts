import type { IndicatorEvidence } from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import { groupBy } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { assertKnownCounty } from '../acting.ts'
import { linksOf } from './link-row.ts'
import { needColumns, type StoredNeed } from './need-row.ts'
import { presentNeed } from './present-need.ts'

interface Asked {
  readonly county: string
  readonly pack: string
  readonly indicators: readonly string[]
  readonly year: number
  /** By its id, or by the code under which evaluations know it. */
  readonly unit: string | undefined
}

/** Needs that one page shows behind a figure, shared out to its indicators, of each at least one. */
const MOST = 200

type FoundNeed = StoredNeed & { readonly needed: number }

/**
 * What stands behind indicators of a year, as far as the caller reaches, in the order in which they are asked for; without a
 * catalogue, nothing. Errors: `archive.county_not_found`.
 */
export async function indicatorEvidence(ctx: Ctx, asked: Asked): Promise<IndicatorEvidence> {
  const { county, pack, year } = asked
  const { db, now } = ctx
  assertKnownCounty(ctx, county)
  const [catalogue] = await db.run<{ catalogue_id: string }>(
    'select catalogue_id from archive_catalogues where county_code = $1 and pack_id = $2 and year = $3',
    [county, pack, year],
  )
  if (catalogue === undefined) return { needs: [], items: [] }
  const needs = await findNeeds(ctx, catalogue.catalogue_id, asked)
  if (needs.length === 0) return { needs: [], items: [] }
  const ids = needs.map(({ need_id: id }) => id)
  const links = groupBy(await linksOf(db, county, ids), ({ need_id: id }) => id)
  return {
    catalogue: catalogue.catalogue_id,
    needs: needs.map((need) => presentNeed(need, links.get(need.need_id) ?? [], year, dayOf(now))),
    items: [...groupBy(needs, ({ indicator_id: id }) => id)].map(([indicator, own]) => ({
      indicator,
      needed: own[0]?.needed ?? 0,
      listed: own.length,
    })),
  }
}

function findNeeds({ db }: Ctx, catalogue: string, { county, indicators, unit }: Asked): Promise<readonly FoundNeed[]> {
  const distinct = [...new Set(indicators)]
  return db.run<FoundNeed>(
    `select * from (
       select ${needColumns}, n.place, row_number() over (partition by n.indicator_id order by n.place, n.org_path) as nth,
         (count(*) filter (where n.waived_reason is null and n.spared_because is null) over (partition by n.indicator_id))::int as needed
       from archive_needs n where n.county_code = $1 and n.catalogue_id = $2
         and n.indicator_id = any($3::text[]) and n.is_asked and ($4::text is null or n.unit_id = $4 or n.unit_id in (
           select u.unit_id from organizations_units u where u.county_code = $1 and u.code = $4
           union all select v.unit_id from organizations_unit_versions v
           join organizations_units t on t.county_code = v.county_code and t.unit_id = v.unit_id and t.kind = 'township'
           where v.county_code = $1 and v.until is null and $4 in (v.area_code, left(v.area_code, 9))))) ranked
     where nth <= $5 order by array_position($3::text[], indicator_id), place, org_path`,
    [county, catalogue, distinct, unit ?? null, Math.max(1, Math.floor(MOST / distinct.length))],
  )
}
