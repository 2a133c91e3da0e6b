import type { AdjustmentRules } from '@eduduty/core/appraisal'
import type { Adjustment, Rating } from '@eduduty/core/packs'
import { getTaskPack } from '../../collection/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { AppraisalRow } from '../store/appraisal-row.ts'

/** The rating as the pack has it, the version that the appraisal was opened with. */
export async function findRating({ db }: Pick<Ctx, 'db'>, row: AppraisalRow): Promise<Rating | undefined> {
  const { pack } = await getTaskPack(db, { packId: row.pack_id, hash: row.pack_hash })
  return pack.ratings?.find(({ id }) => id === row.rating_id)
}

/** By identifier: what may lower the grade, whatever the points. */
export async function findEffectTitles(
  { db }: Pick<Ctx, 'db'>,
  row: AppraisalRow,
): Promise<ReadonlyMap<string, string>> {
  const { pack } = await getTaskPack(db, { packId: row.pack_id, hash: row.pack_hash })
  return new Map((pack.effects ?? []).map(({ id, title }) => [id, title]))
}

/** What may be added and deducted; undefined where the pack knows nothing of it. */
export function rulesOf(rating: Rating | undefined): AdjustmentRules | undefined {
  if (rating?.adjustments === undefined) return undefined
  const { adjustments: kinds, addition_limit: additions, deduction_limit: deductions } = rating
  return {
    kinds: [...kinds],
    ...(additions !== undefined && { addition_limit: additions }),
    ...(deductions !== undefined && { deduction_limit: deductions }),
  }
}

export const kindsOf = (rating: Rating | undefined): readonly Adjustment[] => rating?.adjustments ?? []
