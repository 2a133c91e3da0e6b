import { dayOf } from '@eduduty/core/calendar'
import { decideTask, OriginKind, TaskDeed, type TaskEvent, type TaskView } from '@eduduty/core/duties'
import { Value } from 'typebox/value'
import { listFiledPapers } from '../../archive/index.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type Acting, issuesFor, overseesFor, seesDraft } from '../acting.ts'
import { findOrigin } from '../mechanisms/origin-tasks.ts'
import { indicatorNamer } from '../plans/name-indicator.ts'
import { getPlan, lightRuleOf } from '../plans/plan-row.ts'
import { actorOf } from '../tasks/actor-of.ts'
import { offerAnswerDay } from '../tasks/offer-answer-day.ts'
import { refusalOf } from '../tasks/refusal-of.ts'
import { factsOf, getTask, type StoredTask, type TaskKey, taskColumns } from '../tasks/task-row.ts'
import { presentTask } from './present-task.ts'
import { readFigures, stateOfFigure, type TaskFigure, targetOf } from './read-figures.ts'

const deeds = TaskDeed.anyOf.map((one) => one.const)

/** A task with its chain: duty, figure, milestones, parts, history, and what the caller may do. Errors: `duties.task_not_found`. */
export async function readTask(acting: Acting, key: TaskKey): Promise<TaskView> {
  const { ctx } = acting
  const row = await getTask(ctx, key)
  if (!seesDraft(acting, row)) throw new AppError('duties.task_not_found')
  const plan = await getPlan(ctx, { county: key.county, plan: row.plan_id })
  const parts = await ctx.db.run<StoredTask>(
    `select ${taskColumns} from duties_tasks t where t.county_code = $1 and t.parent_id = $2 order by t.org_path`,
    [key.county, key.task],
  )
  const figures = await readFigures(acting, key.county, plan.year, [row, ...parts])
  const [rule, today] = [lightRuleOf(plan), dayOf(ctx.now)]
  const figure = figures.get(row.task_id)
  const parent = await parentOf(acting, row)
  const offer = await offerAnswerDay(ctx, plan)
  return {
    row: presentTask(row, figure, rule, today),
    wording: row.wording,
    basis: row.basis,
    deliverable: row.deliverable,
    papers: [...row.papers],
    filed: await listFiledPapers(ctx, key.county, row.paper_ids),
    cooperating: [...row.cooperating],
    ...(await figureOf(acting, row, plan.year, figure)),
    milestones: await milestonesOf(acting, key),
    parts: parts.map((part) => presentTask(part, figures.get(part.task_id), rule, today)),
    ...(parent !== undefined && { parent }),
    ...(await originOf(acting, row)),
    events: await eventsOf(acting, key),
    is_own: row.duty_id === null,
    ...(offer !== undefined && { answer_offer: offer }),
    may_edit: plan.is_open && row.state === 'draft' && issuesFor(acting, row.issuer_path),
    oversees: overseesFor(acting, row.org_path),
    deeds: offeredDeeds(acting, row, figure),
  }
}

/** What is somebody's to do at all; where it cannot be done now, why. */
function offeredDeeds(acting: Acting, row: StoredTask, figure: TaskFigure | undefined): TaskView['deeds'] {
  const state = stateOfFigure(figure)
  const met = state === undefined || state === 'undecided' ? undefined : state === 'met'
  const facts = factsOf(row, met, row.papers.length + row.paper_ids.length)
  const actor = actorOf(acting, row)
  const shown = new Set(['has_open_parts', 'has_open_milestones', 'lacks_papers', 'own_report', 'figure_unmet'])
  return deeds.flatMap((deed) => {
    const { refused } = decideTask(facts, actor, deed)
    if (refused === undefined) return [{ deed }]
    return shown.has(refused) ? [{ deed, refused: refusalOf(row, refused).message }] : []
  })
}

async function figureOf(
  acting: Acting,
  row: StoredTask,
  year: number,
  found: TaskFigure | undefined,
): Promise<Pick<TaskView, 'figure'>> {
  const { ctx } = acting
  const { indicator, indicator_pack: pack } = row
  if (indicator === null || pack === null) return {}
  const state = stateOfFigure(found)
  const { figure, node, run } = found ?? {}
  const named = await indicatorNamer(ctx.db)(pack, indicator)
  const target = targetOf(row)
  const before = found === undefined ? await figureBefore(acting, row, year - 1) : undefined
  return {
    figure: {
      pack,
      indicator,
      title: node?.title ?? named.title,
      unit: node?.unit ?? named.unit,
      ...(target !== undefined && { target }),
      ...(state !== undefined && { state }),
      shown: figure === undefined ? '' : `${figure.shown}${node?.unit ?? ''}`,
      standard: figure?.standard?.text ?? '',
      ...(run !== undefined && { run }),
      ...(figure !== undefined && { figure: figure.id }),
      ...(before !== undefined && { before }),
    },
  }
}

/** Where one came from: what the year before said, as long as there is nothing of this year. */
async function figureBefore(acting: Acting, row: StoredTask, year: number) {
  const found = (await readFigures(acting, row.county_code, year, [row])).get(row.task_id)
  if (found === undefined) return undefined
  const state = stateOfFigure(found)
  const shown = `${found.figure.shown}${found.node?.unit ?? ''}`
  return { year, shown, ...(state !== undefined && { state }) }
}

async function parentOf({ ctx }: Acting, row: StoredTask): Promise<TaskView['parent']> {
  if (row.parent_id === null) return undefined
  const [found] = await ctx.db.run<{ task: string; title: string }>(
    'select task_id as task, title from duties_tasks where county_code = $1 and task_id = $2',
    [row.county_code, row.parent_id],
  )
  return found
}

/** What it was made of; known only to whoever reaches that record. */
async function originOf(acting: Acting, row: StoredTask): Promise<Pick<TaskView, 'origin'>> {
  const { origin_kind: kind, origin_id: id } = row
  if (!Value.Check(OriginKind, kind) || id === null) return {}
  const found = await findOrigin(acting, row.county_code, { kind, id })
  return found === undefined ? {} : { origin: { kind, id, title: found.title, year: found.year } }
}

async function milestonesOf({ ctx }: Acting, { county, task }: TaskKey): Promise<TaskView['milestones']> {
  const rows = await ctx.db.run<{ no: number; title: string; due_on: string; reached_on: string | null }>(
    `select milestone_no as no, title, due_on, reached_on from duties_milestones
     where county_code = $1 and task_id = $2 order by milestone_no`,
    [county, task],
  )
  return rows.map(({ reached_on: reached, ...row }) => ({ ...row, ...(reached !== null && { reached_on: reached }) }))
}

async function eventsOf({ ctx }: Acting, { county, task }: TaskKey): Promise<TaskEvent[]> {
  const rows = await ctx.db.run<EventRow>(
    `select event_no as no, deed, says, light, due_on, told, person_name as by, unit_name, happened_at as at from duties_events
     where county_code = $1 and task_id = $2 order by event_no desc`,
    [county, task],
  )
  return rows.map(({ light, due_on: due, ...row }) => ({
    ...row,
    ...(light !== null && { light }),
    ...(due !== null && { due_on: due }),
  }))
}

interface EventRow extends Omit<TaskEvent, 'light' | 'due_on'> {
  readonly light: NonNullable<TaskEvent['light']> | null
  readonly due_on: string | null
}
