import { isTaskAction, type TaskEntry, taskActions, taskStates } from '@eduduty/core/collection'
import { type InboxItem, type InboxPart, inboxMost } from '@eduduty/core/desk'
import { type GrantInForce, scopesFor } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { getTaskPack } from '../packs/task-pack.ts'
import { listTasks } from '../tasks/list-tasks.ts'

/** Forms of the inbox: at one's desk, handed in and not settled, told by a reminder, dealt with. */
export async function findFormItems({ as, actor, grants, door }: OwnAffairs, part: InboxPart): Promise<InboxItem[]> {
  const caller = as('collection.read')
  if (caller === undefined) return []
  return door.read(caller, (ctx) => {
    switch (part) {
      case 'waiting':
        return findWaiting(ctx, grants)
      case 'begun':
        return findHandedIn(ctx, actor.id)
      case 'copied':
        return findReminders(ctx, grants)
      case 'done':
        return findDone(ctx, actor.id)
    }
  })
}

async function findWaiting(ctx: Ctx, grants: readonly GrantInForce[]): Promise<InboxItem[]> {
  const { tasks } = await listTasks(ctx, { atMe: true, page: 1, size: inboxMost }, grants)
  return tasks.map((task) => ({
    ...lineOf(task),
    deed: deedOf(task),
    says: [lackOf(task), task.period_title].filter((part) => part !== '').join('　'),
    at: task.state_at,
    due_on: task.due_on,
    ...approvalOf(task),
  }))
}

/** Forms that only wait for a yes may be taken several at once. */
function approvalOf({ state, holder, requested = [] }: TaskEntry): Pick<InboxItem, 'may_approve'> {
  if (requested.length > 0 || state === 'verified') return {}
  if (holder.side === 'first_review') return { may_approve: 'first-review' }
  return holder.side === 'review' ? { may_approve: 'review' } : {}
}

const lineOf = (task: Pick<TaskEntry, 'county_code' | 'task_id' | 'title' | 'period_title' | 'unit_name'>) => ({
  key: `form:${task.task_id}`,
  subject: 'form' as const,
  county: task.county_code,
  id: task.task_id,
  title: task.title,
  unit_name: task.unit_name,
  may_accept: false,
  may_see: false,
})

function deedOf({ state, holder, requested = [] }: TaskEntry): string {
  if (requested.length > 0) return '答复申请'
  if (state === 'returned') return '修改后重报'
  if (holder.side === 'unit') return '填报'
  if (holder.side === 'first_review') return '初审'
  return state === 'verified' ? '冻结' : '审核'
}

/** What is missing or wrong, in words; nothing where it is in order. */
function lackOf({
  state,
  blank_cells: blank,
  hard_errors: hard,
  cell_errors: cells,
  soft_errors: soft,
}: TaskEntry): string {
  if (state === 'not_started') return '还没有填'
  const parts = [
    ...(blank > 0 ? [`${blank} 格没有填`] : []),
    ...(hard + cells > 0 ? [`${hard + cells} 处错误`] : []),
    ...(soft > 0 ? [`${soft} 处要核实`] : []),
  ]
  return parts.join('，')
}

interface FormRow {
  readonly county_code: string
  readonly task_id: string
  readonly register: string
  readonly pack_id: string
  readonly pack_hash: string
  readonly period_title: string
  readonly unit_name: string
  readonly state: string
  readonly due_on: string
  readonly at: string
  readonly action: string
}

const formColumns = `t.county_code, t.task_id, t.register, t.pack_id, t.pack_hash, t.period_title, t.unit_name, t.state,
  t.due_on`

async function findHandedIn(ctx: Ctx, person: string): Promise<InboxItem[]> {
  const rows = await ctx.db.run<FormRow>(
    `select ${formColumns}, t.state_at as at, 'submit' as action from collection_tasks t
     where ($2::text[] is null or t.county_code = any($2::text[]))
       and t.submitted_by = $1 and t.state in ('submitted', 'first_reviewed') order by t.state_at limit ${inboxMost}`,
    [person, countiesIn(ctx.scopes)],
  )
  const says = (state: string): string => (state === 'submitted' ? '在审核单位那里' : '已初审，在复审单位那里')
  return titled(ctx, rows, (row) => ({ deed: stateTitle(row.state), says: says(row.state) }))
}

async function findDone(ctx: Ctx, person: string): Promise<InboxItem[]> {
  const rows = await ctx.db.run<FormRow>(
    `select * from (select distinct on (e.county_code, e.task_id) ${formColumns}, e.occurred_at as at, e.action
       from collection_task_events e
       join collection_tasks t on t.county_code = e.county_code and t.task_id = e.task_id
       where ($2::text[] is null or e.county_code = any($2::text[]))
         and e.actor_id = $1 and e.action not in ('open', 'fill', 'type')
       order by e.county_code, e.task_id, e.event_no desc) as latest
     order by at desc limit ${inboxMost}`,
    [person, countiesIn(ctx.scopes)],
  )
  return titled(ctx, rows, ({ action, state }) => ({
    deed: isTaskAction(action) ? taskActions[action] : action,
    says: `现在：${stateTitle(state)}`,
  }))
}

const stateTitle = (state: string): string => Object.entries(taskStates).find(([id]) => id === state)?.[1] ?? state

async function titled(
  { db }: Ctx,
  rows: readonly FormRow[],
  words: (row: FormRow) => Pick<InboxItem, 'deed' | 'says'>,
): Promise<InboxItem[]> {
  const packs = new Map<string, Awaited<ReturnType<typeof getTaskPack>>>()
  for (const { pack_hash: hash, pack_id: packId } of rows)
    if (!packs.has(hash)) packs.set(hash, await getTaskPack(db, { packId, hash }))
  return rows.map((row) => ({
    ...lineOf({ ...row, title: packs.get(row.pack_hash)?.register(row.register).title ?? row.register }),
    ...words(row),
    at: row.at,
    due_on: row.due_on,
  }))
}

interface ReminderRow {
  readonly county_code: string
  readonly reminder_id: string
  readonly unit_name: string
  readonly message: string
  readonly reminded_by: string
  readonly reminded_at: string
}

async function findReminders({ db }: Ctx, grants: readonly GrantInForce[]): Promise<InboxItem[]> {
  const rows = await db.run<ReminderRow>(
    `select county_code, reminder_id, unit_name, message, reminded_by, reminded_at from collection_reminders
     where seen_at is null and org_path = any($1::text[]) order by reminded_at desc limit ${inboxMost}`,
    [scopesFor(grants, 'collection.fill')],
  )
  return rows.map((row) => ({
    key: `form-reminder:${row.reminder_id}`,
    subject: 'reminder',
    county: row.county_code,
    id: row.reminder_id,
    deed: '催报',
    title: row.message,
    unit_name: row.unit_name,
    says: row.reminded_by,
    at: row.reminded_at,
    may_accept: false,
    may_see: false,
  }))
}
