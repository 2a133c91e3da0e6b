import type { TaskDetail } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from './get-task.ts'

type Version = TaskDetail['versions'][number]

/** The versions of a task, those that were frozen and the present one, in order, each with why it was made. */
export async function listVersions({ db }: Pick<Ctx, 'db'>, { row }: Task): Promise<Version[]> {
  const versions = await db.run<Omit<Version, 'frozen_at'> & { frozen_at: string | null }>(
    `with recursive chain as (
       select submission_id, status, frozen_at, supersedes, 0 as back from collection_submissions
       where county_code = $1 and task_id = $2 and submission_id = $3
       union all
       select s.submission_id, s.status, s.frozen_at, s.supersedes, c.back + 1 from collection_submissions s
       join chain c on s.submission_id = c.supersedes where s.county_code = $1 and s.task_id = $2),
     versions as (
       select submission_id, status, frozen_at, row_number() over (order by back desc)::integer as version from chain
       where back = 0 or frozen_at is not null)
     select v.*, coalesce((select e.reason from collection_task_events e where e.county_code = $1 and e.task_id = $2
       and e.action = 'correct' and e.version = v.version - 1 order by e.event_no limit 1), '') as reason
     from versions v order by v.version`,
    [row.county_code, row.task_id, row.submission_id],
  )
  return versions.map(({ frozen_at, ...rest }) => ({ ...rest, ...(frozen_at !== null && { frozen_at }) }))
}
