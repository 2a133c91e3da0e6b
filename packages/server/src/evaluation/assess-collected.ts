import { type CountyFacade, type CountyInput, evaluateCounty, type PackPlan } from '@eduduty/core/evaluation'
import { areaPath } from '@eduduty/core/organizations'
import {
  type Collected,
  getPeriod,
  getTaskPack,
  type PeriodKey,
  readCollected,
  type TaskPack,
} from '../collection/index.ts'
import { findUnitNames } from '../organizations/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { programVersion } from '../platform/version.ts'
import { type GatheredSource, readGathered } from './gather/read-gathered.ts'
import { withGathered } from './gather/with-gathered.ts'
import { runIdOf, snapshotHash } from './snapshot-hash.ts'
import type { RunStatus } from './store-result.ts'

/** Collected data of a county in a year, with what an evaluation of them pins. */
export interface CollectedSnapshot {
  readonly pack: TaskPack
  readonly plan: PackPlan
  readonly year: number
  readonly county: { readonly code: string; readonly name: string }
  readonly collected: Collected
  /** What of the rows came from lower governments. */
  readonly gathered: readonly GatheredSource[]
  readonly snapshot: string
  readonly runId: string
}

export interface SnapshotWanted {
  readonly county: string
  readonly packId: string
  readonly packHash: string
  readonly year: number
  readonly kind: RunStatus
  readonly pending?: string
  /** Of what tasks have collected these submissions, whatever counts by now. */
  readonly only?: readonly string[]
  /** Of what was handed up from below these runs, whatever counts by now. */
  readonly onlyGathered?: readonly GatheredSource[]
}

/** Errors: `collection.period_not_found`, `evaluation.nothing_frozen`, `evaluation.nothing_collected`. */
export async function readPeriodSnapshot(ctx: Ctx, key: PeriodKey, kind: RunStatus): Promise<CollectedSnapshot> {
  const period = await getPeriod(ctx, key)
  const snapshot = await readSnapshot(ctx, {
    county: period.county_code,
    packId: period.pack_id,
    packHash: period.pack_hash,
    year: period.year,
    kind,
  })
  if (!snapshot.collected.rows.some(({ year }) => year === period.year))
    throw new AppError(kind === 'official' ? 'evaluation.nothing_frozen' : 'evaluation.nothing_collected', {
      period: period.title,
      year: period.year,
    })
  return snapshot
}

/** The rows that count. The same data are the same snapshot and the same run, whenever and by whomever they are read. */
export async function readSnapshot({ db }: Pick<Ctx, 'db'>, wanted: SnapshotWanted): Promise<CollectedSnapshot> {
  const { county: code, year, kind, pending, only } = wanted
  const pack = await getTaskPack(db, { packId: wanted.packId, hash: wanted.packHash })
  const own = await readCollected(db, { county: code, pack, year, kind, pending, only })
  const gathered = await readGathered(db, { pack: pack.pack, area: code, year, kind, only: wanted.onlyGathered })
  const collected = withGathered(pack.pack, own, gathered.rows)
  const path = areaPath(code)
  const name = (await findUnitNames(db, code, [path])).get(path)?.replace(/人民政府$/, '') ?? '本县'
  const snapshot = snapshotHash(collected.rows)
  return {
    pack,
    plan: pack.plan(),
    year,
    county: { code, name },
    collected,
    gathered: gathered.sources,
    snapshot,
    runId: runIdOf([pack.hash, snapshot, year, code, programVersion(), kind]),
  }
}

/** Pure work: figures, verdicts, chains. */
export function evaluateSnapshot(input: CollectedSnapshot): CountyFacade {
  return evaluateCounty(inputOf(input))
}

export function inputOf(input: CollectedSnapshot): CountyInput {
  return {
    plan: input.plan,
    rows: input.collected.rows,
    year: input.year,
    county: input.county,
    packHash: input.pack.hash,
    snapshot: input.snapshot,
    runId: input.runId,
    program: `eduduty ${programVersion()}`,
  }
}
