import type { AppraisalKey } from '../store/appraisal-row.ts'
import { ratable } from '../store/get-appraisal.ts'
import { type Acting, beginDeed, endDeed } from '../store/move-appraisal.ts'
import { settlementOf } from '../store/settlements.ts'
import { rateVerified } from './rate-verified.ts'
import { resultWords, storeResult } from './store-result.ts'

/** Draws up the conclusion from what the raters verified. Errors: the refusals, `evaluation.run_outdated`. */
export async function concludeAppraisal(acting: Acting, key: AppraisalKey, reason: string): Promise<void> {
  const { ctx } = acting
  const { appraisal, next } = await beginDeed(acting, key, 'conclude')
  const verified = new Map(
    ratable(appraisal).flatMap((item) => {
      const settled = settlementOf(appraisal, item).verified
      return settled === undefined ? [] : [[item.item, settled] as const]
    }),
  )
  const rated = await rateVerified(ctx, { ...appraisal, verified })
  const version = await storeResult(ctx, appraisal.row, { kind: 'conclusion', rated, verified, reason })
  await endDeed(ctx, appraisal, next, {
    deed: 'conclude',
    reason,
    says: `第 ${version} 版：${resultWords(rated)}`,
    detail: { version, points: rated.points.shown, grade: rated.grade ?? '待定' },
    set: { version, concluded_by: ctx.actor.id },
  })
}
