import { dayOf } from '@eduduty/core/calendar'
import type { TaskDeedBody, TaskState } from '@eduduty/core/duties'
import { noteClockEvent, startClocks } from '../../clocks/index.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Acting } from '../acting.ts'
import { getClockRule, type RuleId } from './clock-rules.ts'
import type { StoredTask } from './task-row.ts'

/** What a step does to the time limits of a task, and the columns that name them. */
export async function clockChanges(acting: Acting, row: StoredTask, body: TaskDeedBody, next: TaskState) {
  const { deed } = body
  if (deed === 'answer') return endSupervision(acting, row, '已答复')
  if (deed === 'extend') return extend(acting, row, body)
  if (deed === 'transfer') return moveDue(acting, row, next)
  if (next === 'done' || next === 'cancelled' || next === 'declined' || next === 'reported')
    return stopDue(acting, row, '办结')
  // It runs from the issuing on: a unit that never accepts is reminded and late like any other.
  if (deed === 'issue' || deed === 'accept' || deed === 'send_back') return startDue(acting, row)
  return {}
}

/** What is told to the unit that led before; `row`: as it is now. */
export const transferredTo = ({ unit_name: unit }: Pick<StoredTask, 'unit_name'>): string => `任务已转给${unit}`

/** Another unit leads: its time runs anew to the same day. */
async function moveDue(acting: Acting, row: StoredTask, next: TaskState) {
  const stopped = await stopDue(acting, row, transferredTo(row))
  return next === 'issued' ? startDue(acting, { ...row, ...stopped }) : stopped
}

/** Starts a time limit of a task; gives its id. */
export async function startOne(acting: Acting, row: StoredTask, rule: RuleId, dueOn: string): Promise<string> {
  const [clock = ''] = await startClocks(acting.ctx, row.county_code, [
    {
      path: row.org_path,
      subject: { kind: 'duties.task', id: row.task_id },
      title: row.title,
      rule: await getClockRule(rule),
      startedOn: dayOf(acting.ctx.now),
      dueOn,
    },
  ])
  return clock
}

const startDue = async (acting: Acting, row: StoredTask) =>
  row.clock_id === null ? { clock_id: await startOne(acting, row, 'task_due', row.due_on) } : {}

async function stopDue(acting: Acting, row: StoredTask, reason: string) {
  await stop(acting, row, row.clock_id, reason)
  return { clock_id: null }
}

async function stop({ ctx }: Acting, row: StoredTask, clock: string | null, reason: string): Promise<void> {
  if (clock === null) return
  await noteClockEvent(ctx, { county: row.county_code, clock }, { type: 'stop', on: dayOf(ctx.now) }, { reason })
}

/** Nothing is to be answered any more; gives the columns that say so. */
export async function endSupervision(acting: Acting, row: StoredTask, reason: string) {
  await stop(acting, row, row.supervision_clock, reason)
  return { is_supervised: false, supervision_clock: null, answer_by: null, supervisions: 0 }
}

async function extend({ ctx }: Acting, row: StoredTask, { due_on: dueOn, says }: TaskDeedBody) {
  if (dueOn === undefined) throw new AppError('duties.due_missing')
  if (dueOn <= row.due_on) throw new AppError('duties.due_past', { day: dueOn })
  if (row.clock_id !== null)
    await noteClockEvent(
      ctx,
      { county: row.county_code, clock: row.clock_id },
      { type: 'move', on: dayOf(ctx.now), dueOn },
      { reason: says.trim(), approvedBy: ctx.actor.name },
    )
  return { due_on: dueOn }
}
