import { dayOf } from '@eduduty/core/calendar'
import { decideTask, isOfSupervision, type TaskDeed, type TaskDeedBody, type TaskState } from '@eduduty/core/duties'
import { findPaperTitles } from '../../archive/index.ts'
import { findUnitNames, unitAsOf } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type Acting, unitsOf } from '../acting.ts'
import { getOpenPlan } from '../plans/plan-row.ts'
import { readFigures, stateOfFigure } from '../views/read-figures.ts'
import { actorOf } from './actor-of.ts'
import { clockChanges } from './clock-changes.ts'
import { noteEvent } from './note-event.ts'
import { refusalOf } from './refusal-of.ts'
import { handOverSupervision, supervisionChanges } from './supervision-changes.ts'
import { factsOf, getTask, getTaskForUpdate, type StoredTask, type TaskKey } from './task-row.ts'

const withReason: ReadonlySet<TaskDeed> = new Set([
  ...(['decline', 'report_progress', 'report_done', 'send_back', 'supervise', 'answer', 'extend', 'cancel'] as const),
  ...(['transfer', 'supervise_again', 'lift', 'instruct'] as const),
])

/**
 * Takes a step with a task: state, milestones, time limits, history and log in one transaction. Errors:
 * `duties.task_not_found`, `duties.plan_closed`, `duties.says_missing`, `duties.due_past`, `duties.due_missing`,
 * `duties.unit_not_found`, `duties.milestone_not_found`, `archive.paper_not_found`, the refusals.
 */
export async function stepTask(acting: Acting, key: TaskKey, body: TaskDeedBody): Promise<void> {
  const { ctx } = acting
  const row = await getTaskForUpdate(ctx, key)
  const plan = await getOpenPlan(ctx, { county: key.county, plan: row.plan_id })
  const says = body.says.trim()
  if (says === '' && withReason.has(body.deed)) throw new AppError('duties.says_missing')
  const reached = await reachMilestones(acting, row, body)
  const papers = [...new Set([...row.papers, ...(body.papers ?? []).map((one) => one.trim())])]
  const filed = await withFiled(ctx, row, body.filed ?? [])
  const figure = stateOfFigure((await readFigures(acting, key.county, plan.year, [row])).get(row.task_id))
  const met = figure === 'met' ? true : figure === 'unmet' ? false : undefined
  const { next, refused } = decideTask(
    factsOf(reached, met, papers.length + filed.length),
    actorOf(acting, row),
    body.deed,
  )
  if (refused !== undefined) throw refusalOf(reached, refused)
  const moved = body.deed === 'transfer' ? await movedTo(acting, row, body) : {}
  const urged = await urgedBy(acting, row, { ...row, ...moved }, body)
  const clocks = isOfSupervision(body.deed) ? {} : await clockChanges(acting, { ...row, ...moved }, body, next)
  await ctx.db.kysely
    .updateTable('duties_tasks')
    .set({
      state: next,
      papers,
      paper_ids: filed,
      ...reportColumns(acting, body, next),
      ...moved,
      ...clocks,
      ...urged?.columns,
    })
    .where('county_code', '=', key.county)
    .where('task_id', '=', key.task)
    .execute()
  await noteEvent(
    ctx,
    { ...row, ...moved },
    { deed: body.deed, says, light: body.light, ...urged?.letter, unitName: await ownName(acting, row) },
  )
}

/** What a step does to the letter of supervision. */
async function urgedBy(acting: Acting, row: StoredTask, after: StoredTask, body: TaskDeedBody) {
  if (body.deed === 'transfer') return handOverSupervision(acting, row, after, body)
  return isOfSupervision(body.deed) ? supervisionChanges(acting, row, body.deed, body) : undefined
}

/** The papers of the archive that the task has with these; only what whoever reports reaches. Errors: `archive.paper_not_found`. */
async function withFiled(ctx: Ctx, row: StoredTask, added: readonly string[]): Promise<string[]> {
  const known = await findPaperTitles(ctx, row.county_code, added)
  if (added.some((paper) => !known.has(paper))) throw new AppError('archive.paper_not_found')
  return [...new Set([...row.paper_ids, ...added])]
}

function reportColumns({ ctx }: Acting, { deed, light }: TaskDeedBody, next: TaskState) {
  if (deed !== 'report_progress' && deed !== 'report_done') return {}
  return {
    reported_on: dayOf(ctx.now),
    ...(light !== undefined && { declared: light }),
    ...(next === 'reported' && { reported_by: ctx.actor.id }),
  }
}

/** The task with what of its milestones a report says is reached. */
async function reachMilestones(
  { ctx }: Acting,
  row: StoredTask,
  { deed, reached = [] }: TaskDeedBody,
): Promise<StoredTask> {
  if (reached.length === 0) return row
  if (deed !== 'report_progress' && deed !== 'report_done') throw new AppError('duties.milestone_not_found')
  const changed = await ctx.db.run(
    `update duties_milestones set reached_on = $4 where county_code = $1 and task_id = $2
       and milestone_no = any($3::integer[]) and reached_on is null returning milestone_no`,
    [row.county_code, row.task_id, reached, dayOf(ctx.now)],
  )
  if (changed.length < new Set(reached).size) throw new AppError('duties.milestone_not_found')
  return getTask(ctx, { county: row.county_code, task: row.task_id })
}

/** Another unit leads; whoever has parts of it out cannot give it away. */
async function movedTo({ ctx }: Acting, row: StoredTask, { unit: id }: TaskDeedBody) {
  if (row.open_parts > 0) throw refusalOf(row, 'has_open_parts')
  const unit = id === undefined ? undefined : await unitAsOf(ctx.db, row.county_code, id, dayOf(ctx.now))
  if (unit === undefined || unit.closed_on !== null) throw new AppError('duties.unit_not_found', { unit: id ?? '' })
  for (const table of ['duties_milestones', 'duties_events'] as const)
    await ctx.db.kysely
      .updateTable(table)
      .set({ org_path: unit.org_path })
      .where('county_code', '=', row.county_code)
      .where('task_id', '=', row.task_id)
      .execute()
  return { org_path: unit.org_path, unit_id: unit.unit_id, unit_name: unit.name }
}

/** The name of the unit by which somebody acts here. */
async function ownName({ ctx, grants }: Acting, row: StoredTask): Promise<string> {
  const units = unitsOf(grants)
  const path = units.find((one) => one === row.org_path || one === row.issuer_path) ?? units[0]
  if (path === undefined) return ''
  if (path === row.org_path) return row.unit_name
  return (await findUnitNames(ctx.db, row.county_code, [path])).get(path) ?? ''
}
