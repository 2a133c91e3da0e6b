import { type EventLink, isTaskAction, type TaskAction, type TaskEvent, taskActions } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from './get-task.ts'
import { listUploads } from './list-uploads.ts'

/** Lines of the history that are shown: the newest of them. */
const SHOWN = 300

/**
 * All that happened with a task, newest first: its steps, what was asked for and answered, explained and judged, which
 * files came in, and which cells changed by which way.
 */
export async function listEvents(ctx: Pick<Ctx, 'db'>, task: Task): Promise<TaskEvent[]> {
  const lines = [...(await listSteps(ctx, task)), ...(await listFiles(ctx, task)), ...(await listChanges(ctx, task))]
  return lines.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, SHOWN)
}

async function listSteps({ db }: Pick<Ctx, 'db'>, { row }: Task): Promise<TaskEvent[]> {
  const events = await db.kysely
    .selectFrom('collection_task_events')
    .select(['action', 'version', 'actor_name', 'occurred_at', 'reason', 'says'])
    .where('county_code', '=', row.county_code)
    .where('task_id', '=', row.task_id)
    .orderBy('event_no', 'desc')
    .limit(SHOWN)
    .execute()
  return events.map((event) => ({
    action: event.action,
    title: isTaskAction(event.action) ? taskActions[event.action] : event.action,
    by: event.actor_name,
    at: event.occurred_at,
    reason: event.reason,
    says: event.says,
    ...linkOf(event.action, event.version),
  }))
}

function linkOf(action: string, version: number): { readonly link?: EventLink } {
  switch (action) {
    case 'freeze':
      return { link: { to: 'version', version } }
    case 'return':
    case 'explain':
    case 'judge':
    case 'reply':
      return { link: { to: 'problems' } }
    case 'request':
    case 'refuse_request':
    case 'unlock':
      return { link: { to: 'requests' } }
    case 'packet_out':
      return { link: { to: 'files' } }
    default:
      return {}
  }
}

const actionOfFile = { upload: 'upload', packet: 'packet', statistics: 'statistics' } as const

async function listFiles(ctx: Pick<Ctx, 'db'>, task: Task): Promise<TaskEvent[]> {
  const uploads = await listUploads(ctx, task)
  return uploads.map((one) => ({
    ...titled(Object.entries(actionOfFile).find(([way]) => way === one.way)?.[1] ?? 'upload'),
    by: one.uploaded_by,
    at: one.uploaded_at,
    reason: one.says,
    says: `${one.name}，采用 ${one.rows_taken} 行，改动 ${one.cells_changed} 格${one.faults === 0 ? '' : `，有错 ${one.faults} 处`}`,
    link: { to: 'files' },
  }))
}

const actionOfWay = {
  page: 'type',
  derived: 'derive',
  statistics: 'statistics',
  copied: 'copy',
  counted: 'count',
} as const

interface Changed {
  readonly way: keyof typeof actionOfWay
  readonly actor_name: string
  readonly at: string
  readonly cells: number
  readonly row_no: number
  readonly column_id: string
}

/**
 * What came in by a file is told with the file. Of typing one line a day, person and round (until the form is handed in,
 * given back or corrected), of all else one for each time.
 */
async function listChanges({ db }: Pick<Ctx, 'db'>, { row }: Task): Promise<TaskEvent[]> {
  const changes = await db.run<Changed>(
    `with turns as (
       select event_no, occurred_at as since, lead(occurred_at, 1, 'infinity') over (order by event_no) as until
       from collection_task_events where county_code = $1 and task_id = $2
         and action in ('submit', 'withdraw', 'return', 'correct'))
     select c.way, c.actor_name, max(c.changed_at) as at, count(distinct (c.row_no, c.column_id))::integer as cells,
       min(c.row_no)::integer as row_no, min(c.column_id) as column_id
     from collection_cell_changes c
     left join turns t on c.changed_at >= t.since and c.changed_at < t.until
     where c.county_code = $1 and c.task_id = $2 and c.way = any($3::text[]) and c.file_id is null
     group by c.way, c.actor_id, c.actor_name, c.submission_id, t.event_no, case when c.way = 'page'
       then (c.changed_at at time zone 'Asia/Shanghai')::date::text else c.changed_at::text end
     order by max(c.changed_at) desc limit $4`,
    [row.county_code, row.task_id, Object.keys(actionOfWay), SHOWN],
  )
  return changes.map((one) => ({
    ...titled(actionOfWay[one.way]),
    by: one.actor_name,
    at: one.at,
    reason: '',
    says: `${one.cells} 格`,
    ...(one.cells === 1 && one.column_id !== '' && { link: cellAt(one) }),
  }))
}

const cellAt = ({ row_no, column_id }: Changed): EventLink => ({ to: 'cell', row_no, column: column_id })

const titled = (action: TaskAction) => ({ action, title: taskActions[action] })
