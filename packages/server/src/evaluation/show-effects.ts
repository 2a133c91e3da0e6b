import { compareAssessments, type EffectsAnswer, type KeptAssessment, keptAssessment } from '@eduduty/core/evaluation'
import { getTask, type TaskKey } from '../collection/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Queries } from '../platform/db/database.ts'
import { evaluateSnapshot, readSnapshot } from './assess-collected.ts'
import { readFigures } from './comparison/kept-years.ts'
import { getAssessment, type RunKey } from './find-run.ts'

const LISTED = 200
const nothing = { stale: false, judgements: 0, turned: 0, figures: 0, changes: [] }

/**
 * What freezing the version of a task that is not frozen yet would change in the newest official results of its pack and
 * year. Compares with results that the caller reaches; whoever does not reach them learns nothing of them. Errors:
 * `collection.task_not_found`.
 */
export async function showEffects(ctx: Ctx, key: TaskKey): Promise<EffectsAnswer> {
  const { row } = await getTask(ctx, key)
  const pending = row.submission_id !== null && row.state !== 'frozen'
  const run = await findOfficialRun(ctx.db, row)
  if (!pending || row.submission_id === null || run === undefined)
    return { pending, ...(run !== undefined && { run: run.shown }), ...nothing, changes: [] }
  const wanted = {
    county: row.county_code,
    packId: row.pack_id,
    packHash: row.pack_hash,
    year: run.shown.year,
    kind: 'official',
  } as const
  const now = await readSnapshot(ctx, wanted)
  const then = await readSnapshot(ctx, { ...wanted, pending: row.submission_id })
  const after = keptAssessment(evaluateSnapshot(then).assessment())
  const changes = compareAssessments(await readKept(ctx.db, run.key), after)
  const figures = changes.filter(({ kind }) => kind === 'figure')
  return {
    pending,
    run: run.shown,
    stale: now.snapshot !== run.snapshot,
    judgements: changes.length - figures.length,
    turned: figures.filter(({ state_before, state_after }) => state_before !== state_after).length,
    figures: figures.length,
    changes: changes.slice(0, LISTED),
  }
}

interface OfficialRun {
  readonly key: RunKey
  readonly snapshot: string
  readonly shown: { readonly id: string; readonly created_at: string; readonly year: number }
}

/** The newest official run of the pack and year of a task. */
async function findOfficialRun(
  db: Queries,
  task: { readonly county_code: string; readonly pack_id: string; readonly year: number },
): Promise<OfficialRun | undefined> {
  const [run] = await db.run<{ run_id: string; created_at: string; year: number; snapshot_hash: string }>(
    `select run_id, created_at, year, snapshot_hash from evaluation_runs
     where county_code = $1 and pack_id = $2 and year = $3 and status = 'official'
     order by created_at desc, run_id limit 1`,
    [task.county_code, task.pack_id, task.year],
  )
  if (run === undefined) return undefined
  const { run_id: id, created_at, year, snapshot_hash: snapshot } = run
  return { key: { county: task.county_code, run: id }, snapshot, shown: { id, created_at, year } }
}

async function readKept(db: Queries, key: RunKey): Promise<KeptAssessment> {
  return { document: await getAssessment(db, key), figures: await readFigures(db, key) }
}
