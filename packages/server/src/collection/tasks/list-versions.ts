import type { TaskDetail } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from './get-task.ts'

type Version = TaskDetail['versions'][number]

/** The versions of a task in the order in which one corrects the other, each with why it was made. */
export async function listVersions({ db }: Pick<Ctx, 'db'>, { row }: Task): Promise<Version[]> {
  const versions = await db.run<Omit<Version, 'frozen_at'> & { frozen_at: string | null }>(
    `with recursive versions as (
       select submission_id, status, frozen_at, 1 as version from collection_submissions
       where county_code = $1 and task_id = $2 and supersedes is null
       union all
       select s.submission_id, s.status, s.frozen_at, v.version + 1 from collection_submissions s
       join versions v on s.supersedes = v.submission_id where s.county_code = $1 and s.task_id = $2)
     select v.*, coalesce((select e.reason from collection_task_events e where e.county_code = $1 and e.task_id = $2
       and e.action = 'correct' and e.version = v.version - 1 order by e.event_no limit 1), '') as reason
     from versions v order by v.version`,
    [row.county_code, row.task_id],
  )
  return versions.map(({ frozen_at, ...rest }) => ({ ...rest, ...(frozen_at !== null && { frozen_at }) }))
}
