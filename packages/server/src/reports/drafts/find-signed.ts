import type { Queries } from '../../platform/db/database.ts'

export interface SignedReport {
  readonly report: string
  readonly title: string
  readonly signed_at: string
}

export interface SignedSearch {
  readonly county: string
  readonly pack: string
  readonly outline: string
  /** Of the unit that it speaks of. */
  readonly path: string
  /** Signed on this day or later. */
  readonly since: string
}

/** The report of an outline that a unit signed last, since a day; undefined where it signed none. */
export async function findSignedReport(db: Queries, search: SignedSearch): Promise<SignedReport | undefined> {
  const { county, pack, outline, path, since } = search
  const [row] = await db.run<SignedReport>(
    `select d.report_id as report, d.title, v.kept_at::text as signed_at
     from reports_versions v join reports_drafts d on d.county_code = v.county_code and d.report_id = v.report_id
     where v.county_code = $1 and d.pack_id = $2 and d.outline = $3 and v.org_path = $4 and v.reason = 'sign'
       and v.kept_at >= $5::date order by v.kept_at desc limit 1`,
    [county, pack, outline, path, since],
  )
  return row
}
