import type { GatheringBody } from '@eduduty/core/evaluation'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readSnapshot } from '../assess-collected.ts'
import { type EvaluatedPeriod, keepSnapshot } from '../evaluate-period.ts'
import { listGatheringPacks } from './show-gathering.ts'

/**
 * Evaluates a city or province over what its counties have handed up, with what it has collected itself: by the version of
 * the pack that its own 上报期 of the year uses, else by the one installed last. Errors: `evaluation.gathering_no_pack`,
 * `evaluation.nothing_gathered`.
 */
export async function evaluateGathering(
  door: Door,
  caller: Caller,
  area: string,
  { pack: packId, year, kind }: GatheringBody,
): Promise<EvaluatedPeriod> {
  const snapshot = await door.read(caller, async (ctx) => {
    const packHash = await findPackHash(ctx, area, packId, year)
    return readSnapshot(ctx, { county: area, packId, packHash, year, kind })
  })
  if (!snapshot.gathered.some((one) => one.year === year && one.run !== undefined))
    throw new AppError('evaluation.nothing_gathered', { year, kind: kind === 'official' ? '已确认' : '已上报' })
  return keepSnapshot(door, caller, snapshot, kind)
}

async function findPackHash({ db }: Ctx, area: string, pack: string, year: number): Promise<string> {
  const [period] = await db.run<{ pack_hash: string }>(
    `select pack_hash from collection_periods where county_code = $1 and pack_id = $2 and year = $3
     order by opened_at desc limit 1`,
    [area, pack, year],
  )
  const hash = period?.pack_hash ?? (await listGatheringPacks(db)).find(({ id }) => id === pack)?.hash
  if (hash === undefined) throw new AppError('evaluation.gathering_no_pack')
  return hash
}
