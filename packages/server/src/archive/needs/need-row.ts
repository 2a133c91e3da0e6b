import type { NeedShape } from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import type { Ctx } from '../../platform/ctx.ts'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { shapeColumns } from './need-shape.ts'

/** Which need. */
export interface NeedKey {
  readonly county: string
  readonly need: string
}

export interface StoredNeed {
  readonly need_id: string
  readonly org_path: string
  readonly catalogue_id: string
  readonly indicator_id: string
  readonly indicator_no: string
  readonly indicator_title: string
  readonly title: string
  readonly note: string
  readonly file_no: string
  readonly unit_id: string
  readonly unit_name: string
  readonly requested_due: string | null
  readonly waived_reason: string | null
  readonly spared_because: string | null
  /** Kinds of files that prove it; empty: all. */
  readonly accepts: readonly string[]
}

export const needColumns = `n.need_id, n.org_path, n.catalogue_id, n.indicator_id, n.indicator_no, n.indicator_title,
  n.title, n.note, n.file_no, n.unit_id, n.unit_name, n.requested_due, n.waived_reason, n.spared_because, n.accepts`

/** Errors: `archive.need_not_found`. */
export async function getNeed({ db }: Pick<Ctx, 'db'>, { county, need }: NeedKey): Promise<StoredNeed> {
  const [row] = await getNeeds({ db }, county, [need])
  if (row === undefined) throw new AppError('archive.need_not_found')
  return row
}

/** Several at once; every one must be in reach. Errors: `archive.need_not_found`. */
export async function getNeeds(
  { db }: Pick<Ctx, 'db'>,
  county: string,
  ids: readonly string[],
): Promise<readonly StoredNeed[]> {
  const rows = await db.run<StoredNeed>(
    `select ${needColumns} from archive_needs n where n.county_code = $1 and n.need_id = any($2::text[])
     order by n.place, n.org_path`,
    [county, ids],
  )
  if (rows.length < new Set(ids).size) throw new AppError('archive.need_not_found')
  return rows
}

/** The years of catalogues, for judging what is late. */
export async function yearOf(db: Queries, county: string, catalogue: string): Promise<number> {
  const [row] = await db.run<{ year: number }>(
    'select year from archive_catalogues where county_code = $1 and catalogue_id = $2',
    [county, catalogue],
  )
  if (row === undefined) throw new AppError('archive.catalogue_not_found')
  return row.year
}

export type ShapedNeed = StoredNeed & NeedShape

/** All needs of a catalogue that the caller reaches, in the order of the pack, each with what decides about its state. */
export function shapedNeeds(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  county: string,
  catalogue: string,
): Promise<readonly ShapedNeed[]> {
  return db.run<ShapedNeed>(
    `select ${needColumns}, ${shapeColumns('$3')} from archive_needs n
     left join archive_links l on l.county_code = n.county_code and l.need_id = n.need_id
     where n.county_code = $1 and n.catalogue_id = $2 and n.is_asked
     group by n.county_code, n.need_id order by n.place, n.org_path`,
    [county, catalogue, dayOf(now)],
  )
}
