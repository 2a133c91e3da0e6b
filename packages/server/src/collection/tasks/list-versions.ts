import type { TaskDetail } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from './get-task.ts'

type Version = TaskDetail['versions'][number]
type Step = 'submitted_by' | 'submitted_at' | 'frozen_by' | 'frozen_at'
type VersionRow = Omit<Version, Step> & Readonly<Record<Step, string | null>>

/** The versions of a task, those that were frozen and the present one, in order, each with why it was made. */
export async function listVersions({ db }: Pick<Ctx, 'db'>, { row }: Task): Promise<Version[]> {
  const versions = await db.run<VersionRow>(
    `with recursive chain as (
       select submission_id, status, frozen_at, supersedes, 0 as back from collection_submissions
       where county_code = $1 and task_id = $2 and submission_id = $3
       union all
       select s.submission_id, s.status, s.frozen_at, s.supersedes, c.back + 1 from collection_submissions s
       join chain c on s.submission_id = c.supersedes where s.county_code = $1 and s.task_id = $2),
     versions as (
       select submission_id, status, frozen_at, row_number() over (order by back desc)::integer as version from chain
       where back = 0 or frozen_at is not null)
     select v.submission_id, v.status, v.frozen_at, v.version, f.actor_name as frozen_by,
       s.actor_name as submitted_by, s.occurred_at as submitted_at, coalesce((select e.reason from collection_task_events e where e.county_code = $1 and e.task_id = $2
       and e.action = 'correct' and e.version = v.version - 1 order by e.event_no limit 1), '') as reason
     from versions v
     left join lateral (select e.actor_name from collection_task_events e where e.county_code = $1 and e.task_id = $2
       and e.action = 'freeze' and e.version = v.version and v.frozen_at is not null
       order by e.event_no desc limit 1) f on true
     left join lateral (select e.actor_name, e.occurred_at from collection_task_events e
       where e.county_code = $1 and e.task_id = $2 and e.action = 'submit' and e.version = v.version
       order by e.event_no desc limit 1) s on true
     order by v.version`,
    [row.county_code, row.task_id, row.submission_id],
  )
  return versions.map(({ submitted_by, submitted_at, frozen_by, frozen_at, ...rest }) => ({
    ...rest,
    ...(submitted_by !== null && { submitted_by }),
    ...(submitted_at !== null && { submitted_at }),
    ...(frozen_by !== null && { frozen_by }),
    ...(frozen_at !== null && { frozen_at }),
  }))
}
