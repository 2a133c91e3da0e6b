import type { RequestEntry } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from './get-task.ts'

export type CellRequest = Pick<RequestEntry, 'cells'>

interface RequestRow extends Omit<RequestEntry, 'answered_by' | 'answered_at' | 'answer'> {
  readonly task_id: string
  readonly answered_by: string | null
  readonly answered_at: string | null
  readonly answer: string | null
}

/** Only what waits for an answer, of many tasks; or all that was ever asked for, of one. */
type RequestsWanted =
  | { readonly county: string; readonly taskId: string }
  | { readonly county: string; readonly periodId: string }

/** What the unit asked for with one task and what came of it, those that wait first. */
export async function listRequests(ctx: Pick<Ctx, 'db'>, { row }: Task): Promise<RequestEntry[]> {
  const requests = await readRequests(ctx, { county: row.county_code, taskId: row.task_id })
  return requests.map(({ entry }) => entry)
}

export interface FoundRequest {
  readonly taskId: string
  readonly entry: RequestEntry
}

export async function readRequests({ db }: Pick<Ctx, 'db'>, wanted: RequestsWanted): Promise<FoundRequest[]> {
  const isOne = 'taskId' in wanted
  const rows = await db.run<RequestRow>(
    `select r.task_id, r.request_id, r.kind, r.reason, r.asked_by, r.asked_at, r.status, r.answered_by, r.answered_at,
       r.answer, coalesce((select jsonb_agg(jsonb_build_object('row_no', c.row_no, 'column', c.column_id)
           order by c.row_no, c.column_id)
         from collection_returned_cells c where c.county_code = r.county_code and c.task_id = r.task_id
           and c.request_id = r.request_id), '[]') as cells
     from collection_requests r
     join collection_tasks t on t.county_code = r.county_code and t.task_id = r.task_id
     where r.county_code = $1 and ${isOne ? 'r.task_id = $2' : "t.period_id = $2 and r.status = 'waiting'"}
     order by r.status <> 'waiting', r.asked_at desc, r.request_id`,
    [wanted.county, isOne ? wanted.taskId : wanted.periodId],
  )
  return rows.map(({ task_id: taskId, answered_by, answered_at, answer, ...rest }) => ({
    taskId,
    entry: {
      ...rest,
      ...(answered_by !== null && { answered_by }),
      ...(answered_at !== null && { answered_at }),
      ...(answer !== null && { answer }),
    },
  }))
}
