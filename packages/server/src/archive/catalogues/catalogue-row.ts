import { type Catalogue, type NeedShape, stateOfShape } from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import { knowsCounty, reachesCounty } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { shapeColumns } from '../needs/need-shape.ts'
import { behindOf } from './is-behind.ts'

/** Which catalogue. */
export interface CatalogueKey {
  readonly county: string
  readonly catalogue: string
}

export interface CatalogueRow {
  readonly county_code: string
  readonly catalogue_id: string
  readonly pack_id: string
  readonly pack_title: string
  readonly year: number
  readonly title: string
  readonly grown_hash: string
  readonly is_open: boolean
  readonly opened_by: string
  readonly opened_at: string
}

const columns = `c.county_code, c.catalogue_id, c.pack_id, c.pack_title, c.year, c.title, c.grown_hash, c.is_open,
  c.opened_by, c.opened_at`

/** Errors: `archive.catalogue_not_found`. */
export async function getCatalogueRow({ db, scopes }: Ctx, { county, catalogue }: CatalogueKey): Promise<CatalogueRow> {
  const [row] = await db.run<CatalogueRow>(
    `select ${columns} from archive_catalogues c where c.county_code = $1 and c.catalogue_id = $2`,
    [county, catalogue],
  )
  if (row === undefined || !knowsCounty(scopes, county)) throw new AppError('archive.catalogue_not_found')
  return row
}

/** Errors: `archive.catalogue_not_found`, `archive.catalogue_closed`. */
export async function getOpenCatalogue(ctx: Ctx, key: CatalogueKey): Promise<CatalogueRow> {
  const row = await getCatalogueRow(ctx, key)
  if (!row.is_open) throw new AppError('archive.catalogue_closed', { title: row.title })
  return row
}

/** Catalogues of the counties in or above which the caller works, the newest first; needs are counted as far as they reach. */
export async function listCatalogues(ctx: Ctx): Promise<Catalogue[]> {
  const rows = await ctx.db.run<CatalogueRow>(
    `select ${columns} from archive_catalogues c order by c.county_code, c.year desc, c.opened_at desc`,
  )
  const known = rows.filter(({ county_code: county }) => knowsCounty(ctx.scopes, county))
  const isBehind = behindOf(ctx)
  return Promise.all(
    known.map(async (row) => viewCatalogue(ctx, row, { is_behind: tells(ctx, row) && (await isBehind(row)) })),
  )
}

/** `known`: what the caller has found out already. */
export async function viewCatalogue(
  ctx: Ctx,
  row: CatalogueRow,
  known: Partial<Pick<Catalogue, 'counts' | 'is_behind'>> = {},
): Promise<Catalogue> {
  return {
    catalogue: row.catalogue_id,
    county: row.county_code,
    pack: row.pack_id,
    pack_title: row.pack_title,
    year: row.year,
    title: row.title,
    is_open: row.is_open,
    opened_by: row.opened_by,
    opened_at: row.opened_at,
    is_behind: known.is_behind ?? (tells(ctx, row) && (await behindOf(ctx)(row))),
    counts: known.counts ?? (await countStates(ctx, row)),
  }
}

/** What the tree asks of all units is only told to those who see all of them. */
const tells = ({ scopes }: Ctx, row: CatalogueRow): boolean => row.is_open && reachesCounty(scopes, row.county_code)

export const noCounts = (): Catalogue['counts'] => ({
  missing: 0,
  unread: 0,
  weak: 0,
  expired: 0,
  ready: 0,
  waived: 0,
  spared: 0,
})

/** Needs by their state. The database counts how many are alike; what a likeness means is said in one place. */
async function countStates({ db, now }: Ctx, row: CatalogueRow): Promise<Catalogue['counts']> {
  const alike = await db.run<NeedShape & { readonly needs: number }>(
    `select waived, spared, sound, sufficient, unread, insufficient, count(*) as needs from (
       select ${shapeColumns('$3')} from archive_needs n
       left join archive_links l on l.county_code = n.county_code and l.need_id = n.need_id
       where n.county_code = $1 and n.catalogue_id = $2 and n.is_asked group by n.county_code, n.need_id
     ) shapes group by waived, spared, sound, sufficient, unread, insufficient`,
    [row.county_code, row.catalogue_id, dayOf(now)],
  )
  const counts = noCounts()
  for (const shape of alike) counts[stateOfShape(shape)] += shape.needs
  return counts
}
