import type { RatedSubject } from '@eduduty/core/evaluation'
import type { Ctx } from '../../platform/ctx.ts'
import type { AppraisalRow } from '../store/appraisal-row.ts'
import type { Verified } from './rate-verified.ts'

export interface NewResult {
  readonly kind: 'conclusion' | 'appeal'
  readonly rated: RatedSubject
  readonly verified: Verified
  readonly reason: string
}

/** Keeps the next version of the result; those before it stay as they are. */
export async function storeResult(ctx: Ctx, row: AppraisalRow, result: NewResult): Promise<number> {
  const version = row.version + 1
  const place = {
    county_code: row.county_code,
    appraisal_id: row.appraisal_id,
    version,
    org_path: row.org_path,
  }
  const { rated, verified } = result
  await ctx.db.kysely
    .insertInto('appraisal_results')
    .values({
      ...place,
      kind: result.kind,
      points: rated.points.value ?? null,
      grade: rated.grade ?? null,
      rated: JSON.stringify(rated),
      reason: result.reason,
      made_by: ctx.actor.name,
      made_at: ctx.now,
    })
    .execute()
  const items = [...verified].map(([item, { points, level }]) => ({
    ...place,
    item,
    points: points ?? null,
    level: level ?? null,
  }))
  if (items.length > 0) await ctx.db.kysely.insertInto('appraisal_result_items').values(items).execute()
  return version
}

/** What a version of the result holds of each item. */
export async function readVerified(
  { db }: Pick<Ctx, 'db'>,
  row: AppraisalRow,
  version = row.version,
): Promise<Verified> {
  const rows = await db.kysely
    .selectFrom('appraisal_result_items')
    .select(['item', 'points', 'level'])
    .where('county_code', '=', row.county_code)
    .where('appraisal_id', '=', row.appraisal_id)
    .where('version', '=', version)
    .execute()
  return new Map(
    rows.map(({ item, points, level }) => [
      item,
      { ...(points !== null && { points }), ...(level !== null && { level }) },
    ]),
  )
}

/** In a few words: 得分 86.5，评为“合格”. */
export function resultWords({ points, grade, possible }: RatedSubject): string {
  const graded = grade === undefined ? `等次待定（${possible.join('或')}）` : `评为“${grade}”`
  return `得分 ${points.shown}，${graded}`
}
