import type { PeriodRequests } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { getTaskPack } from '../packs/task-pack.ts'
import { readRequests } from '../tasks/list-requests.ts'
import { presentTask, type TaskRow } from '../tasks/task-row.ts'
import { getPeriod, type PeriodKey } from './read-periods.ts'

/** What units of a period asked for and nobody has answered, newest first, each with its task. Errors: `collection.period_not_found`. */
export async function listPeriodRequests(ctx: Ctx, key: PeriodKey): Promise<PeriodRequests> {
  const period = await getPeriod(ctx, key)
  const pack = await getTaskPack(ctx.db, { packId: period.pack_id, hash: period.pack_hash })
  const waiting = await readRequests(ctx, key)
  const rows = await ctx.db.run<TaskRow>(
    'select * from collection_tasks where county_code = $1 and task_id = any($2::text[])',
    [key.county, waiting.map(({ taskId }) => taskId)],
  )
  const tasks = new Map(rows.map((row) => [row.task_id, presentTask(row, pack)]))
  return {
    requests: waiting.flatMap(({ taskId, entry }) => {
      const task = tasks.get(taskId)
      return task === undefined ? [] : [{ task, request: entry }]
    }),
  }
}
