import { originMarks, type TaskOrigin } from '@eduduty/core/duties'
import type { Acting } from '../acting.ts'
import type { PlanKey } from '../plans/plan-row.ts'

/** Tasks of a county's own making, of no duty and no record. */
const ownMark = '自定'

/**
 * The number of tasks that stem from a decision, a promise or a proposal: 会议-1; of one's own making: 自定-1. All tasks
 * of one origin have the same, as all of one duty have. Numbers of a county are one series, whoever makes the task: the
 * system looks which is the last.
 */
export async function numberOfOrigin(
  { ctx, asSystem }: Acting,
  { county, plan }: PlanKey,
  origin: TaskOrigin | undefined,
): Promise<string> {
  const mark = origin === undefined ? ownMark : originMarks[origin.kind]
  // Numbers are given one after the other.
  await ctx.db.run('select from duties_plans where county_code = $1 and plan_id = $2 for update', [county, plan])
  return asSystem(county, async (db) => {
    const rows = await db.run<{ origin_id: string; no: string }>(
      `select distinct coalesce(origin_id, '') as origin_id, no from duties_tasks
       where county_code = $1 and plan_id = $2 and origin_kind is not distinct from $3
         and starts_with(no, $4)`,
      [county, plan, origin?.kind ?? null, `${mark}-`],
    )
    const same = origin === undefined ? undefined : rows.find(({ origin_id: id }) => id === origin.id)
    const last = Math.max(0, ...rows.map(({ no }) => Number(no.split('-').at(-1)) || 0))
    return same?.no ?? `${mark}-${last + 1}`
  })
}
