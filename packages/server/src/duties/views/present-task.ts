import { dayOf } from '@eduduty/core/calendar'
import { type Light, type LightRule, lightOfTask, type TaskRow } from '@eduduty/core/duties'
import { DutyList } from '@eduduty/core/packs'
import { Value } from 'typebox/value'
import { type StoredTask, stateOf } from '../tasks/task-row.ts'
import { stateOfFigure, type TaskFigure } from './read-figures.ts'

/** A task as lists show it, with the light that is computed today. */
export function presentTask(row: StoredTask, figure: TaskFigure | undefined, rule: LightRule, today: string): TaskRow {
  const declared = declaredOf(row)
  const { light, because, conflict } = lightOfTask(
    {
      state: stateOf(row),
      dueOn: row.due_on,
      figure: stateOfFigure(figure),
      openMilestones: row.open_milestones,
      reportedOn: row.reported_on ?? undefined,
      issuedOn: row.issued_at === null ? undefined : dayOf(new Date(row.issued_at)),
      isSupervised: row.is_supervised,
      answerBy: row.answer_by ?? undefined,
      declared,
    },
    rule,
    today,
  )
  return {
    task: row.task_id,
    plan: row.plan_id,
    no: row.no,
    title: row.title,
    lists: row.lists.flatMap((list) => (Value.Check(DutyList, list) ? [list] : [])),
    unit: row.unit_id,
    unit_name: row.unit_name,
    issuer_name: row.issuer_name,
    post: row.post,
    due_on: row.due_on,
    state: stateOf(row),
    light,
    because,
    conflict,
    is_supervised: row.is_supervised,
    is_part: row.parent_id !== null,
    parts: row.parts,
    ...(row.answer_by !== null && { answer_by: row.answer_by }),
    ...(declared !== undefined && { declared }),
    ...(row.reported_on !== null && { reported_on: row.reported_on }),
  }
}

function declaredOf({ declared }: StoredTask): Exclude<Light, 'none'> | undefined {
  return declared === 'green' || declared === 'yellow' || declared === 'red' ? declared : undefined
}
