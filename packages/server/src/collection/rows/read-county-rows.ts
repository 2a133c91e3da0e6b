import type { OrgPath } from '@eduduty/core/organizations'
import type { Queries } from '../../platform/db/database.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import { readRegisterRows, type StoredRow } from './read-register-rows.ts'
import type { RegisterTable } from './register-table-of.ts'

export interface CountyRows {
  readonly county: string
  readonly year: number
  /** Not of this unit. */
  readonly except: OrgPath
}

interface Chosen {
  readonly submission_id: string
  readonly org_path: OrgPath
}

/** What every other unit of a county has in a register for a year: of its task before what was read from folders. */
export async function readCountyRows(
  db: Queries,
  table: RegisterTable,
  { county, year, except }: CountyRows,
): Promise<readonly StoredRow[]> {
  const chosen = await db.run<Chosen>(
    `select distinct on (r.org_path) r.org_path, r.submission_id from ${quoteName(table.name)} r
     join collection_submissions s on s.county_code = r.county_code and s.submission_id = r.submission_id
     where r.county_code = $1 and r.year = $2 and r.org_path <> $3 and s.status not in ('superseded', 'loading')
     order by r.org_path, (s.task_id is not null) desc, s.created_at desc, r.submission_id`,
    [county, year, except],
  )
  const bySubmission = new Map<string, OrgPath[]>()
  for (const { submission_id: id, org_path: path } of chosen)
    bySubmission.set(id, [...(bySubmission.get(id) ?? []), path])
  const rows: StoredRow[] = []
  for (const [submissionId, paths] of bySubmission)
    rows.push(...(await readRegisterRows(db, table, { county, submissionId, paths })))
  return rows
}
