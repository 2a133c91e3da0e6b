import type { GrantInForce } from '@eduduty/core/identity'
import type { ReportList } from '@eduduty/core/reports'
import type { Ctx } from '../../platform/ctx.ts'
import { columns, type DraftRow, presentEntry } from './draft-row.ts'
import { waitsFor } from './waits-for.ts'

const MOST = 1000

/** Drafts within the caller's reach, last saved first. */
export async function listReports(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  grants: readonly GrantInForce[],
): Promise<ReportList> {
  const { db } = ctx
  const rows = await db.kysely
    .selectFrom('reports_drafts')
    .select(columns)
    .orderBy('saved_at', 'desc')
    .orderBy('report_id')
    .limit(MOST)
    .execute()
  const newest = await newestRuns(db)
  return {
    reports: rows.map((row) =>
      presentEntry(row, { newerRun: newerThan(row, newest), waitsForMe: waitsFor(ctx, grants, row) }),
    ),
  }
}

type NewestRuns = ReadonlyMap<string, string>

const slotOf = (county: string, pack: string, year: number): string => JSON.stringify([county, pack, year])

/** Newest run of each pack and year within reach. */
async function newestRuns(db: Ctx['db']): Promise<NewestRuns> {
  const rows = await db.run<{ county_code: string; pack_id: string; year: number; run_id: string }>(
    `select distinct on (county_code, pack_id, year) county_code, pack_id, year, run_id from evaluation_runs
     order by county_code, pack_id, year, created_at desc, run_id`,
  )
  return new Map(rows.map((row) => [slotOf(row.county_code, row.pack_id, row.year), row.run_id]))
}

function newerThan(row: Pick<DraftRow, 'county_code' | 'pack_id' | 'year' | 'run_id'>, newest: NewestRuns) {
  const run = newest.get(slotOf(row.county_code, row.pack_id, row.year))
  return run === row.run_id ? undefined : run
}

/** A later run of the same pack and year than the draft's, within the caller's reach. */
export async function findNewerRun({ db }: Pick<Ctx, 'db'>, row: DraftRow): Promise<string | undefined> {
  const [found] = await db.run<{ run_id: string }>(
    `select run_id from evaluation_runs where county_code = $1 and pack_id = $2 and year = $3
     order by created_at desc, run_id limit 1`,
    [row.county_code, row.pack_id, row.year],
  )
  return found === undefined || found.run_id === row.run_id ? undefined : found.run_id
}
