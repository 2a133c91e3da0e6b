import { type TaskFacts, TaskState } from '@eduduty/core/duties'
import { Value } from 'typebox/value'
import type { Ctx } from '../../platform/ctx.ts'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** Which task. */
export interface TaskKey {
  readonly county: string
  readonly task: string
}

export interface StoredTask {
  readonly county_code: string
  readonly task_id: string
  readonly org_path: string
  readonly plan_id: string
  readonly parent_id: string | null
  readonly duty_id: string | null
  readonly no: string
  readonly title: string
  readonly wording: string
  readonly lists: readonly string[]
  readonly basis: string
  readonly unit_id: string
  readonly unit_name: string
  readonly issuer_path: string
  readonly issuer_name: string
  readonly cooperating: readonly string[]
  readonly post: string
  readonly due_on: string
  readonly indicator_pack: string | null
  readonly indicator: string | null
  readonly target_comparison: string | null
  readonly target_value: string | null
  readonly deliverable: string
  readonly papers: readonly string[]
  /** Of those in the archive. */
  readonly paper_ids: readonly string[]
  readonly state: string
  readonly declared: string | null
  readonly reported_on: string | null
  readonly reported_by: string | null
  /** When it was last given out or handed on; null for drafts. */
  readonly issued_at: string | null
  readonly clock_id: string | null
  readonly supervision_clock: string | null
  readonly origin_kind: string | null
  readonly origin_id: string | null
  readonly is_supervised: boolean
  readonly answer_by: string | null
  /** How many letters of supervision the unit has had without an answer. */
  readonly supervisions: number
  readonly parts: number
  readonly open_parts: number
  readonly open_milestones: readonly string[]
}

/** What lists and decisions need of tasks; `t` is the task. */
export const taskColumns = `t.county_code, t.task_id, t.org_path, t.plan_id, t.parent_id, t.duty_id, t.no, t.title, t.wording, t.lists,
  t.basis, t.unit_id, t.unit_name, t.issuer_path, t.issuer_name, t.cooperating, t.post, t.due_on, t.indicator_pack,
  t.indicator, t.target_comparison, t.target_value::text as target_value, t.deliverable, t.papers, t.paper_ids, t.state, t.declared, t.reported_on, t.reported_by, t.clock_id,
  t.supervision_clock, t.is_supervised, t.answer_by, t.supervisions, t.origin_kind, t.origin_id,
  (select max(e.happened_at) from duties_events e where e.county_code = t.county_code and e.task_id = t.task_id
    and e.deed in ('issue', 'transfer')) as issued_at,
  (select count(*) from duties_tasks p where p.county_code = t.county_code and p.parent_id = t.task_id
    and p.state <> 'cancelled') as parts,
  (select count(*) from duties_tasks p where p.county_code = t.county_code and p.parent_id = t.task_id
    and p.state not in ('done', 'cancelled')) as open_parts,
  array(select m.due_on::text from duties_milestones m where m.county_code = t.county_code and m.task_id = t.task_id
    and m.reached_on is null order by m.due_on) as open_milestones`

/** Errors: `duties.task_not_found`. */
export async function getTask({ db }: Pick<Ctx, 'db'>, { county, task }: TaskKey): Promise<StoredTask> {
  const [row] = await db.run<StoredTask>(
    `select ${taskColumns} from duties_tasks t where t.county_code = $1 and t.task_id = $2`,
    [county, task],
  )
  if (row === undefined) throw new AppError('duties.task_not_found')
  return row
}

/** Holds the task against other steps until the transaction ends. Errors: `duties.task_not_found`. */
export async function getTaskForUpdate(ctx: Ctx, key: TaskKey): Promise<StoredTask> {
  await ctx.db.run('select from duties_tasks where county_code = $1 and task_id = $2 for update', [
    key.county,
    key.task,
  ])
  return getTask(ctx, key)
}

/** Error: a state that the program does not know, which is a bug or a later program's work. */
export const stateOf = ({ state }: Pick<StoredTask, 'state'>): TaskState => Value.Parse(TaskState, state)

/** `figureMet`: see TaskFacts; `papers`: how many were handed in. */
export function factsOf(row: StoredTask, figureMet: boolean | undefined, papers: number): TaskFacts {
  return {
    state: stateOf(row),
    openParts: row.open_parts,
    openMilestones: row.open_milestones.length,
    missingPapers: row.deliverable === '' || papers > 0 ? 0 : 1,
    isSupervised: row.is_supervised,
    figureMet,
  }
}

/** Number of the next event of a task. */
export async function nextEventNo(db: Queries, { county, task }: TaskKey): Promise<number> {
  const [row] = await db.run<{ next: number }>(
    'select coalesce(max(event_no), 0) + 1 as next from duties_events where county_code = $1 and task_id = $2',
    [county, task],
  )
  return row?.next ?? 1
}
