import { dayOf } from '@eduduty/core/calendar'
import type { OriginKind, TaskOrigin, TaskRow } from '@eduduty/core/duties'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Acting } from '../acting.ts'
import { getPlan, lightRuleOf } from '../plans/plan-row.ts'
import { type StoredTask, taskColumns } from '../tasks/task-row.ts'
import { presentTask } from '../views/present-task.ts'
import { readFigures } from '../views/read-figures.ts'

/** Tasks that were made of decisions, promises or proposals, by what they were made of, each with its light of today. */
export async function readOriginTasks(
  acting: Acting,
  county: string,
  kind: OriginKind,
  origins: readonly string[],
): Promise<ReadonlyMap<string, readonly TaskRow[]>> {
  const { ctx } = acting
  const rows = await ctx.db.run<StoredTask & { origin_id: string }>(
    `select ${taskColumns}, t.origin_id from duties_tasks t
     where t.county_code = $1 and t.origin_kind = $2 and t.origin_id = any($3::text[])
     order by t.made_at, t.org_path, t.task_id`,
    [county, kind, origins],
  )
  const found = new Map<string, TaskRow[]>()
  const today = dayOf(ctx.now)
  for (const id of new Set(rows.map(({ plan_id: plan }) => plan))) {
    const plan = await getPlan(ctx, { county, plan: id })
    const own = rows.filter(({ plan_id: one }) => one === id)
    const figures = await readFigures(acting, county, plan.year, own)
    for (const row of own) {
      const task = presentTask(row, figures.get(row.task_id), lightRuleOf(plan), today)
      found.set(row.origin_id, [...(found.get(row.origin_id) ?? []), task])
    }
  }
  return found
}

export interface FoundOrigin {
  readonly org_path: string
  readonly unit_name: string
  /** In words, for the task: 2026年第3次政府常务会：新建城东小学. */
  readonly title: string
  readonly year: number
}

const queries: Readonly<Record<OriginKind, string>> = {
  decision: `select d.org_path, m.unit_name, m.title || '：' || d.text as title, extract(year from m.held_on)::integer as year
    from duties_decisions d
    join duties_meetings m on m.county_code = d.county_code and m.meeting_id = d.meeting_id
    where d.county_code = $1 and d.decision_id = $2 and m.struck = ''`,
  promise: `select org_path, unit_name, kind || '：' || title as title, year from duties_promises
    where county_code = $1 and promise_id = $2 and struck = ''`,
  proposal: `select org_path, unit_name, kind || no || '：' || title as title, extract(year from received_on)::integer as year
    from duties_proposals where county_code = $1 and proposal_id = $2 and struck = ''`,
}

/** Undefined where there is none within reach, or it is struck out. */
export async function findOrigin(
  { ctx }: Pick<Acting, 'ctx'>,
  county: string,
  { kind, id }: TaskOrigin,
): Promise<FoundOrigin | undefined> {
  const [row] = await ctx.db.run<FoundOrigin>(queries[kind], [county, id])
  return row
}

/** Errors: `duties.record_not_found`. */
export async function getOrigin(acting: Acting, county: string, origin: TaskOrigin): Promise<FoundOrigin> {
  const found = await findOrigin(acting, county, origin)
  if (found === undefined) throw new AppError('duties.record_not_found')
  return found
}
