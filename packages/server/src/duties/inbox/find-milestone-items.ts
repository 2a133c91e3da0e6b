import { type InboxItem, inboxMost } from '@eduduty/core/desk'
import { countiesIn } from '../../platform/db/counties-in.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { unitsOf } from '../acting.ts'

interface MilestoneLine {
  readonly county_code: string
  readonly task_id: string
  readonly milestone_no: number
  readonly title: string
  readonly task_title: string
  readonly unit_name: string
  readonly due_on: string
  readonly made_at: string
}

/** Steps on the way of the tasks that somebody's units work on, not reached and due within some days, both included. */
export async function findMilestoneItems(
  own: OwnAffairs,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<InboxItem[]> {
  const caller = own.as('duties.read')
  if (caller === undefined) return []
  const rows = await own.door.read(caller, ({ db }) =>
    db.run<MilestoneLine>(
      `select t.county_code, t.task_id, m.milestone_no, m.title, t.title as task_title, t.unit_name, m.due_on, t.made_at
       from duties_milestones m join duties_tasks t on t.county_code = m.county_code and t.task_id = m.task_id
       where ($4::text[] is null or t.county_code = any($4::text[])) and t.org_path = any($1::text[])
         and t.state in ('issued', 'underway') and m.reached_on is null and m.due_on between $2 and $3
       order by m.due_on, t.task_id, m.milestone_no limit ${inboxMost}`,
      [unitsOf(own.grants), from, to, countiesIn(caller.scopes)],
    ),
  )
  return rows.map((row) => ({
    key: `task-milestone:${row.task_id}:${row.milestone_no}`,
    subject: 'task',
    county: row.county_code,
    id: row.task_id,
    deed: '节点',
    title: `${row.task_title}：${row.title}`,
    unit_name: row.unit_name,
    says: '',
    at: row.made_at,
    due_on: row.due_on,
    may_accept: false,
    may_see: false,
  }))
}
