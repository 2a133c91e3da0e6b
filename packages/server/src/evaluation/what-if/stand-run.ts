import type { CodeIndex } from '@eduduty/core/collection'
import { type CountyInput, findCounty, type StandingCounty, standCounty } from '@eduduty/core/evaluation'
import { getTaskPack, type TaskPack } from '../../collection/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { programVersion } from '../../platform/version.ts'
import { inputOf, readSnapshot } from '../assess-collected.ts'
import { getRunFacts, type RunFacts, type RunKey } from '../find-run.ts'
import { snapshotPrefix } from '../store-rows.ts'
import { findStoredData, readSnapshotRows } from '../stored-data.ts'

/** The county of a run, evaluated and kept ready for questions. */
export interface StandingRun {
  readonly standing: StandingCounty
  readonly codes: ReadonlyMap<string, CodeIndex>
  /** Data have changed since the run. */
  readonly stale: boolean
  readonly readAt: string
}

/** Evaluates the data of a run again, to go on from there. Errors: `evaluation.run_not_found`, `collection.pack_not_found`. */
export async function standRun(ctx: Ctx, key: RunKey): Promise<StandingRun> {
  const run = await getRunFacts(ctx.db, key)
  const pack = await getTaskPack(ctx.db, { packId: run.packId, hash: run.packHash })
  const input = await readInput(ctx, key, run, pack)
  const county = { ...findCounty(input.plan, input.rows, run.year), name: run.countyName }
  return {
    standing: standCounty({ ...input, county }),
    codes: pack.reading.codes,
    stale: input.snapshot !== run.snapshot,
    readAt: ctx.now.toISOString(),
  }
}

/** A run over a folder keeps its own rows; one over what was collected stands on what counts now. */
async function readInput(
  ctx: Ctx,
  { county, run: runId }: RunKey,
  run: RunFacts,
  pack: TaskPack,
): Promise<CountyInput> {
  const [kept] = await ctx.db.run(
    'select 1 from collection_submissions where county_code = $1 and starts_with(submission_id, $2) limit 1',
    [county, snapshotPrefix(run.snapshot)],
  )
  const { packId, packHash, year, snapshot, status: kind } = run
  if (kept === undefined) return inputOf(await readSnapshot(ctx, { county, packId, packHash, year, kind }))
  const plan = pack.plan()
  const rows = await readSnapshotRows(ctx.db, plan.pack, await findStoredData(ctx.db, plan.pack, county, snapshot))
  return { plan, rows, year, packHash, snapshot, runId, program: `eduduty ${programVersion()}` }
}
