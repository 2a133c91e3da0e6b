import type { Assessment } from '@eduduty/core/evaluation'
import { areaPath, countyKeyOf } from '@eduduty/core/organizations'
import type { Queries } from '../../platform/db/database.ts'
import type { RunKey } from '../find-run.ts'
import type { GatheredSource } from './read-gathered.ts'

interface Gathering {
  readonly assessment: Assessment
  readonly gathered?: readonly GatheredSource[]
}

/** Keeps of what runs an evaluation was made. */
export async function storeGathered(
  queries: Queries,
  { assessment: { run }, gathered = [] }: Gathering,
): Promise<void> {
  const county = countyKeyOf(run.county.code)
  await queries.loadRows(
    'evaluation_gathered',
    [
      'county_code',
      'run_id',
      'rule_id',
      'year',
      'member_code',
      'member_name',
      'member_run',
      'file',
      'sheet',
      'org_path',
    ],
    gathered.map((one) => [
      county,
      run.id,
      one.rule,
      one.year,
      one.code,
      one.name,
      one.run ?? null,
      one.file,
      one.sheet,
      areaPath(county),
    ]),
  )
}

/** Of what runs an evaluation was made, in the order of years and areas; nothing of one that took nothing from below. */
export async function readKeptGathered(db: Queries, { county, run }: RunKey): Promise<GatheredSource[]> {
  const rows = await db.run<{
    rule_id: string
    year: number
    member_code: string
    member_name: string
    member_run: string | null
    file: string
    sheet: string
  }>(
    `select rule_id, year, member_code, member_name, member_run, file, sheet from evaluation_gathered
     where county_code = $1 and run_id = $2 order by rule_id, year, member_code`,
    [county, run],
  )
  return rows.map((row) => ({
    rule: row.rule_id,
    year: row.year,
    code: row.member_code,
    name: row.member_name,
    run: row.member_run ?? undefined,
    file: row.file,
    sheet: row.sheet,
  }))
}
