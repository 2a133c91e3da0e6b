import { dayOf } from '@eduduty/core/calendar'
import type { EditTaskBody } from '@eduduty/core/duties'
import { AppError } from '../../platform/errors/app-error.ts'
import { type Acting, issuesFor } from '../acting.ts'
import { getOpenPlan } from '../plans/plan-row.ts'
import { keepMilestones, namesOf, targetColumns } from './make-tasks.ts'
import { refusalOf } from './refusal-of.ts'
import { getTask, getTaskForUpdate, type StoredTask, stateOf, type TaskKey } from './task-row.ts'

/**
 * Changes a task that was not given out yet; the basis only where it stands on no duty of a pack. Errors:
 * `duties.task_not_found`, `duties.plan_closed`, `duties.not_issuer`, `duties.not_draft`, `duties.due_past`,
 * `duties.unit_not_found`, `duties.part_too_late`, `duties.target_alone`.
 */
export async function editTask(acting: Acting, key: TaskKey, body: EditTaskBody): Promise<void> {
  const { ctx } = acting
  const row = await getTaskForUpdate(ctx, key)
  await getOpenPlan(ctx, { county: key.county, plan: row.plan_id })
  if (!issuesFor(acting, row.issuer_path)) throw refusalOf(row, 'not_issuer')
  if (stateOf(row) !== 'draft') throw refusalOf(row, 'not_draft')
  await assertDue(acting, row, body)
  const basis = (body.basis ?? row.basis).trim()
  await ctx.db.kysely
    .updateTable('duties_tasks')
    .set({
      title: body.title.trim(),
      wording: body.wording.trim(),
      lists: body.lists,
      ...(row.duty_id === null && { basis }),
      cooperating: await namesOf(acting, key.county, body.cooperating),
      post: body.post.trim(),
      due_on: body.due_on,
      deliverable: body.deliverable.trim(),
      indicator_pack: body.indicator?.pack ?? null,
      indicator: body.indicator?.indicator ?? null,
      ...targetColumns(body),
    })
    .where('county_code', '=', key.county)
    .where('task_id', '=', key.task)
    .execute()
  await ctx.db.run('delete from duties_milestones where county_code = $1 and task_id = $2', [key.county, key.task])
  await keepMilestones(acting, { county_code: key.county, task_id: key.task, org_path: row.org_path }, body)
  ctx.audit({ action: 'duties.edit_task', subject: `${row.unit_name}“${body.title.trim()}”` })
}

async function assertDue({ ctx }: Acting, row: StoredTask, { due_on: dueOn }: EditTaskBody): Promise<void> {
  if (dueOn < dayOf(ctx.now)) throw new AppError('duties.due_past', { day: dueOn })
  if (row.parent_id === null) return
  const parent = await getTask(ctx, { county: row.county_code, task: row.parent_id })
  if (dueOn > parent.due_on) throw new AppError('duties.part_too_late', { day: parent.due_on })
}
