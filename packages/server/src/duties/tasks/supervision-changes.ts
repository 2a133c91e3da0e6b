import { dayOf } from '@eduduty/core/calendar'
import type { SupervisionDeed } from '@eduduty/core/duties'
import { areaPath } from '@eduduty/core/organizations'
import { escalateNow } from '../../clocks/index.ts'
import { reaching } from '../../platform/db/reaching.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Acting } from '../acting.ts'
import { endSupervision, startOne, transferredTo } from './clock-changes.ts'
import type { StoredTask } from './task-row.ts'

interface Letter {
  readonly says: string
  readonly due_on?: string | undefined
}

/**
 * What a letter of supervision, its repetition or lifting does to a task, and what its history says of it. Each repetition
 * tells the next post of the time limit's ladder at once. Errors: `duties.due_missing`, `duties.due_past`.
 */
export async function supervisionChanges(acting: Acting, row: StoredTask, deed: SupervisionDeed, body: Letter) {
  switch (deed) {
    case 'instruct':
      return { columns: {}, letter: {} }
    case 'lift':
      return { columns: await endSupervision(acting, row, `解除督办：${body.says.trim()}`), letter: {} }
    case 'supervise':
      return { columns: await begin(acting, row, dueOf(acting, body)), letter: { dueOn: dueOf(acting, body) } }
    case 'supervise_again': {
      const dueOn = dueOf(acting, body)
      await endSupervision(acting, row, '再次督办')
      const columns = await begin(acting, row, dueOn)
      return { columns, letter: { dueOn, told: await tellNext(acting, row, columns.supervision_clock) } }
    }
  }
}

/**
 * A task that goes to another unit takes its letter along: what was told the unit before ends there, and the new one has until
 * the same day, or until a later one where that is over. Errors: `duties.due_missing`, `duties.due_past`.
 */
export async function handOverSupervision(acting: Acting, before: StoredTask, after: StoredTask, body: Letter) {
  if (!before.is_supervised) return undefined
  const { answer_by: answerBy } = before
  const isOver = answerBy === null || answerBy < dayOf(acting.ctx.now)
  const dueOn = body.due_on === undefined && !isOver ? answerBy : dueOf(acting, body)
  await endSupervision(acting, before, `${transferredTo(after)}，督办随任务转出`)
  const clock = await startOne(acting, after, 'supervision_answer', dueOn)
  return { columns: { answer_by: dueOn, supervision_clock: clock }, letter: { dueOn } }
}

function dueOf({ ctx }: Acting, { due_on: dueOn }: Letter): string {
  if (dueOn === undefined) throw new AppError('duties.due_missing')
  if (dueOn < dayOf(ctx.now)) throw new AppError('duties.due_past', { day: dueOn })
  return dueOn
}

async function begin(acting: Acting, row: StoredTask, dueOn: string) {
  return {
    is_supervised: true,
    answer_by: dueOn,
    supervisions: row.supervisions + 1,
    supervised_by: acting.ctx.actor.id,
    supervision_clock: await startOne(acting, row, 'supervision_answer', dueOn),
  }
}

/** The post may stand above whoever repeats the letter: the system tells it. */
function tellNext({ ctx }: Acting, { county_code: county, supervisions }: StoredTask, clock: string): Promise<string> {
  return reaching(ctx, [areaPath(county)], () => escalateNow(ctx, { county, clock }, supervisions))
}
