import type { CountersignEntry } from '@eduduty/core/collection'
import { type Ctx, holderIdOf } from '../../platform/ctx.ts'
import type { Task } from './get-task.ts'

const statuses = ['asked', 'agreed', 'disagreed', 'withdrawn'] as const

/** Opinions asked for on one task, newest first. */
export async function listCountersigns({ db, actor }: Ctx, { row }: Task): Promise<CountersignEntry[]> {
  const asked = await db.kysely
    .selectFrom('collection_countersigns')
    .selectAll()
    .where('county_code', '=', row.county_code)
    .where('task_id', '=', row.task_id)
    .orderBy('asked_at', 'desc')
    .orderBy('countersign_id')
    .execute()
  return asked.map((one) => ({
    countersign_id: one.countersign_id,
    person_name: one.person_name,
    question: one.question,
    asked_by: one.asked_by,
    asked_at: one.asked_at,
    due_on: one.due_on,
    status: statuses.find((status) => status === one.status) ?? 'asked',
    ...(one.opinion !== null && { opinion: one.opinion }),
    is_mine: one.person_id === holderIdOf(actor),
  }))
}
