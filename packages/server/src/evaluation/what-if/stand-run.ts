import type { CodeIndex, RegisterRow } from '@eduduty/core/collection'
import { findCounty, type PackPlan, type StandingCounty, standCounty } from '@eduduty/core/evaluation'
import { getTaskPack } from '../../collection/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { programVersion } from '../../platform/version.ts'
import { readSnapshot } from '../assess-collected.ts'
import type { RunKey } from '../find-run.ts'
import { snapshotPrefix } from '../store-rows.ts'
import { findStoredData, readStoredRows } from '../stored-data.ts'

/** The county of a run, evaluated and kept ready for questions. */
export interface StandingRun {
  readonly standing: StandingCounty
  readonly codes: ReadonlyMap<string, CodeIndex>
  readonly packId: string
  readonly year: number
  /** Data have changed since the run. */
  readonly stale: boolean
  readonly readAt: string
}

interface RunRow {
  readonly pack_id: string
  readonly pack_hash: string
  readonly snapshot_hash: string
  readonly year: number
  readonly county_name: string
  readonly status: 'preview' | 'official'
}

/** Evaluates the data of a run again, to go on from there. Errors: `evaluation.run_not_found`, `collection.pack_not_found`. */
export async function standRun(ctx: Ctx, key: RunKey): Promise<StandingRun> {
  const run = await getRunRow(ctx, key)
  const pack = await getTaskPack(ctx.db, { packId: run.pack_id, hash: run.pack_hash })
  const plan = pack.plan()
  const { rows, snapshot } = await readRows(ctx, key, run, plan)
  const county = { ...findCounty(plan, rows, run.year), name: run.county_name }
  const standing = standCounty({
    plan,
    rows,
    year: run.year,
    county,
    packHash: run.pack_hash,
    snapshot,
    runId: key.run,
    program: `eduduty ${programVersion()}`,
  })
  return {
    standing,
    codes: pack.reading.codes,
    packId: run.pack_id,
    year: run.year,
    stale: snapshot !== run.snapshot_hash,
    readAt: ctx.now.toISOString(),
  }
}

async function getRunRow({ db }: Ctx, key: RunKey): Promise<RunRow> {
  const [run] = await db.run<RunRow>(
    `select pack_id, pack_hash, snapshot_hash, year, county_name, status from evaluation_runs
     where county_code = $1 and run_id = $2`,
    [key.county, key.run],
  )
  if (run === undefined) throw new AppError('evaluation.run_not_found')
  return run
}

/** A run over a folder keeps its own rows; one over what was collected stands on what counts now. */
async function readRows(
  ctx: Ctx,
  { county }: RunKey,
  run: RunRow,
  plan: PackPlan,
): Promise<{ readonly rows: readonly RegisterRow[]; readonly snapshot: string }> {
  const [kept] = await ctx.db.run(
    'select 1 from collection_submissions where county_code = $1 and starts_with(submission_id, $2) limit 1',
    [county, snapshotPrefix(run.snapshot_hash)],
  )
  if (kept === undefined) {
    const wanted = { county, packId: run.pack_id, packHash: run.pack_hash, year: run.year, kind: run.status }
    const { collected, snapshot } = await readSnapshot(ctx, wanted)
    return { rows: collected.rows, snapshot }
  }
  const data = await findStoredData(ctx.db, plan.pack, county, run.snapshot_hash)
  const rows: RegisterRow[] = []
  for (const register of plan.pack.registers)
    for (const row of await readStoredRows(ctx.db, data, register)) rows.push(row)
  return { rows, snapshot: run.snapshot_hash }
}
