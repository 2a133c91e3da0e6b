import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { State } from '@eduduty/core/evaluation'
import { type Static, Type } from 'typebox'
import type { PeriodKey } from '../collection/index.ts'
import type { Caller } from '../platform/ctx.ts'
import type { Queries } from '../platform/db/database.ts'
import type { Door } from '../platform/door.ts'
import { strict } from '../platform/http/schemas.ts'
import { silentProgress } from '../platform/progress.ts'
import { type CollectedSnapshot, evaluateSnapshot, readPeriodSnapshot } from './assess-collected.ts'
import { type RunStatus, storeResult } from './store-result.ts'
import { writeOutputs } from './write-outputs.ts'

export const RunKind = Type.Union([Type.Literal('official'), Type.Literal('preview')], {
  description: '性质：official 正式，只用冻结的数据；preview 预览，用最新的数据',
})

export const EvaluatedPeriod = Type.Object(
  {
    run: Type.String({ description: '评估标识' }),
    status: RunKind,
    state: State,
    snapshot: Type.String({ description: '数据快照的 SHA-256' }),
    submissions: Type.Integer({ description: '用了多少份填报' }),
    is_new: Type.Boolean({ description: '否：同样的数据已经评估过，就是那一次' }),
  },
  strict,
)
export type EvaluatedPeriod = Static<typeof EvaluatedPeriod>

/**
 * Evaluates what a period's county has collected: officially over frozen data alone, as a preview over the newest. The same
 * frozen data are the same run, which is not written a second time. Errors: as `readPeriodSnapshot`.
 */
export async function evaluatePeriod(
  door: Door,
  caller: Caller,
  key: PeriodKey,
  kind: RunStatus,
): Promise<EvaluatedPeriod> {
  return keepSnapshot(door, caller, await door.read(caller, (ctx) => readPeriodSnapshot(ctx, key, kind)), kind)
}

/** Evaluates a snapshot and keeps what comes of it; the same frozen data are not written a second time. */
export async function keepSnapshot(
  door: Door,
  caller: Caller,
  snapshot: CollectedSnapshot,
  kind: RunStatus,
): Promise<EvaluatedPeriod> {
  const { runId: run, collected, gathered, county: of } = snapshot
  const about = { run, status: kind, snapshot: snapshot.snapshot, submissions: collected.submissions.length }
  const kept = await door.read(caller, ({ db }) => findVerdict(db, of.code, run))
  if (kept !== undefined && kind === 'official') return { ...about, state: kept, is_new: false }
  const county = evaluateSnapshot(snapshot)
  const folder = await mkdtemp(join(tmpdir(), 'eduduty-period-'))
  try {
    const assessed = { county, status: kind, read: { statistics: { differences: [] } } }
    const outputs = await writeOutputs(assessed, undefined, folder, silentProgress)
    const assessment = county.assessment()
    const result = { assessment, outputs, folder, status: kind, sources: collected.sources, gathered }
    await door.write(caller, (ctx) => storeResult(ctx, result))
    return { ...about, state: assessment.verdict.state, is_new: kept === undefined }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function findVerdict(db: Queries, county: string, run: string): Promise<State | undefined> {
  const [row] = await db.run<{ verdict: State }>(
    'select verdict from evaluation_runs where county_code = $1 and run_id = $2',
    [county, run],
  )
  return row?.verdict
}
