import type { KnownNeed, UploadQuery } from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import type { UnitEntry } from '@eduduty/core/organizations'
import { unitAsOf } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getCatalogueRow, getOpenCatalogue } from '../catalogues/catalogue-row.ts'
import { getNeed, needColumns, type StoredNeed } from '../needs/need-row.ts'
import { quotaOf, usedBy } from './quota.ts'
import type { Room } from './take-in.ts'

/** Where a file goes: who keeps it, what it is put to use for, and what its name might point to. */
export interface UploadPlace {
  readonly unit: UnitEntry
  readonly need: StoredNeed | undefined
  readonly needs: readonly KnownNeed[]
  /** Whoever sends is asked for the particulars; until they are there the paper lacks them. */
  readonly isDescribed: boolean
  /** Asked anew for every file. */
  room(ctx: Ctx, county: string): Promise<Room>
}

/** Errors: `archive.unit_not_found`, `archive.need_not_found`, `archive.catalogue_not_found`, `archive.catalogue_closed`. */
export async function readUploadPlace(ctx: Ctx, county: string, query: UploadQuery): Promise<UploadPlace> {
  const unit = await getOpenUnit(ctx, county, query.unit)
  const need = query.need === undefined ? undefined : await getNeed(ctx, { county, need: query.need })
  if (need !== undefined) await getOpenCatalogue(ctx, { county, catalogue: need.catalogue_id })
  const needs = query.catalogue === undefined ? [] : await needsNear(ctx, county, query.catalogue, unit)
  const isDescribed = query.describe === true
  return { unit, need, needs, isDescribed, room: (now, of) => roomFor(now, of, unit) }
}

/** Errors: `archive.unit_not_found`. */
async function getOpenUnit(ctx: Ctx, county: string, id: string): Promise<UnitEntry> {
  const unit = await unitAsOf(ctx.db, county, id, dayOf(ctx.now))
  if (unit === undefined || unit.closed_on !== null) throw new AppError('archive.unit_not_found')
  return unit
}

/** What the unit itself owes, else whatever the caller reaches. */
async function needsNear(ctx: Ctx, county: string, catalogue: string, unit: UnitEntry): Promise<readonly KnownNeed[]> {
  await getCatalogueRow(ctx, { county, catalogue })
  const rows = await ctx.db.run<StoredNeed>(
    `select ${needColumns} from archive_needs n
     where n.county_code = $1 and n.catalogue_id = $2 and n.is_asked order by n.place, n.org_path`,
    [county, catalogue],
  )
  const own = rows.filter(({ unit_id: id }) => id === unit.unit_id)
  return (own.length > 0 ? own : rows).map((row) => ({
    need: row.need_id,
    fileNo: row.file_no,
    indicatorNo: row.indicator_no,
    title: row.title,
    indicatorTitle: row.indicator_title,
    unitName: row.unit_name,
  }))
}

/** What a unit may still keep. */
export async function roomFor({ db }: Ctx, county: string, unit: Pick<UnitEntry, 'org_path' | 'name'>): Promise<Room> {
  const [quota, used] = [await quotaOf(db, county, unit.org_path), await usedBy(db, county, unit.org_path)]
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)
  const refusal = new AppError('archive.quota_reached', {
    unit: unit.name,
    quota: megabytes(quota),
    used: megabytes(used),
  })
  return { bytes: quota - used, refusal }
}
