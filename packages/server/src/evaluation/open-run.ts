import {
  type Assessment,
  type CountyFacade,
  type CountyInput,
  evaluateCounty,
  type VerifiedItems,
} from '@eduduty/core/evaluation'
import { getTaskPack, type TaskPack } from '../collection/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { inputOf, readSnapshot, type SnapshotWanted } from './assess-collected.ts'
import { readStoredInput } from './evaluate-stored.ts'
import { getAssessment, getRunFacts, type RunKey } from './find-run.ts'
import { readKeptGathered } from './gather/kept-gathered.ts'

/** A stored run that can be computed once more, with what people made of its items in place of what was computed. */
export interface OpenedRun {
  readonly assessment: Assessment
  readonly pack: TaskPack
  evaluate(verified?: VerifiedItems): CountyFacade
}

/**
 * Reads what a run stood on. What units have handed in since does not matter. Errors: `evaluation.run_not_found`,
 * `evaluation.run_outdated` where the rows that it used have changed: then the same figures cannot be had again.
 */
export async function openRun(ctx: Pick<Ctx, 'db'>, key: RunKey): Promise<OpenedRun> {
  const assessment = await getAssessment(ctx.db, key)
  const { run } = assessment
  const pack = await getTaskPack(ctx.db, { packId: run.pack.id, hash: run.pack.hash })
  const used = { only: await listUsedSubmissions(ctx, key), onlyGathered: await readKeptGathered(ctx.db, key) }
  const isCollected = used.only.length > 0 || used.onlyGathered.length > 0
  const input = isCollected
    ? await collectedInput(ctx, key, assessment, used)
    : await folderInput(ctx, assessment, pack)
  return {
    assessment,
    pack,
    evaluate: (verified) => evaluateCounty({ ...input, ...(verified !== undefined && { verified }) }),
  }
}

/** None where a run was computed from a folder. */
async function listUsedSubmissions({ db }: Pick<Ctx, 'db'>, key: RunKey): Promise<readonly string[]> {
  const rows = await db.run<{ submission_id: string }>(
    'select distinct submission_id from evaluation_sources where county_code = $1 and run_id = $2 order by 1',
    [key.county, key.run],
  )
  return rows.map(({ submission_id: id }) => id)
}

function folderInput({ db }: Pick<Ctx, 'db'>, { run }: Assessment, pack: TaskPack): Promise<CountyInput> {
  return readStoredInput(db, {
    plan: pack.plan(),
    packHash: run.pack.hash,
    county: run.county,
    snapshot: run.snapshot,
    year: run.year,
    runId: run.id,
    program: run.program,
  })
}

async function collectedInput(
  ctx: Pick<Ctx, 'db'>,
  key: RunKey,
  { run }: Assessment,
  used: Pick<SnapshotWanted, 'only' | 'onlyGathered'>,
): Promise<CountyInput> {
  const { status: kind } = await getRunFacts(ctx.db, key)
  const wanted = { county: key.county, packId: run.pack.id, packHash: run.pack.hash, year: run.year }
  const snapshot = await readSnapshot(ctx, { ...wanted, ...used, kind })
  if (snapshot.snapshot !== run.snapshot) throw new AppError('evaluation.run_outdated')
  return inputOf(snapshot)
}
