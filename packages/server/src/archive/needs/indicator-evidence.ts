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
  readonly indicator: string
  readonly year: number
  /** By its id, or by the code under which evaluations know it. */
  readonly unit: string | undefined
}

/** Needs that one page shows behind a figure. */
const MOST = 200

/** What stands behind an indicator of a year, as far as the caller reaches; without a catalogue, nothing. Errors: `archive.county_not_found`. */
export async function indicatorEvidence(ctx: Ctx, asked: Asked): Promise<IndicatorEvidence> {
  const { county, pack, indicator, year, unit } = asked
  const { db, now } = ctx
  assertKnownCounty(ctx, county)
  const [catalogue] = await db.run<{ catalogue_id: string }>(
    'select catalogue_id from archive_catalogues where county_code = $1 and pack_id = $2 and year = $3',
    [county, pack, year],
  )
  if (catalogue === undefined) return { needs: [] }
  const needs = await db.run<StoredNeed>(
    `select ${needColumns} from archive_needs n where n.county_code = $1 and n.catalogue_id = $2
       and n.indicator_id = $3 and n.is_asked and ($4::text is null or n.unit_id = $4 or n.unit_id in (
         select u.unit_id from organizations_units u where u.county_code = $1 and u.code = $4))
     order by n.place, n.org_path limit ${MOST}`,
    [county, catalogue.catalogue_id, indicator, unit ?? null],
  )
  if (needs.length === 0) return { needs: [] }
  const ids = needs.map(({ need_id: id }) => id)
  const links = groupBy(await linksOf(db, county, ids), ({ need_id: id }) => id)
  const shown = needs.map((need) => presentNeed(need, links.get(need.need_id) ?? [], year, dayOf(now)))
  return { catalogue: catalogue.catalogue_id, needs: shown }
}
