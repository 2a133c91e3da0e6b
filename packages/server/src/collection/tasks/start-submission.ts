import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from './get-task.ts'
import { setTask } from './set-task.ts'
import { codeOf } from './task-row.ts'

/** Makes the submission that a task's cells are kept in, of its present version; `supersedes` names the one it corrects. */
export async function startSubmission(
  ctx: Ctx,
  { row, pack }: Task,
  version: number,
  supersedes?: string,
): Promise<string> {
  const submissionId = `t-${randomUUID()}`
  await ctx.db.kysely
    .insertInto('collection_submissions')
    .values({
      county_code: row.county_code,
      submission_id: submissionId,
      pack_id: pack.register(row.register).home ?? row.pack_id,
      register: row.register,
      unit_code: codeOf(row),
      unit_name: row.unit_name,
      year: row.year,
      period: row.term,
      status: 'draft',
      supersedes: supersedes ?? null,
      org_path: row.org_path,
      created_at: ctx.now,
      task_id: row.task_id,
    })
    .execute()
  await setTask(ctx.db, row, { submission_id: submissionId, version })
  return submissionId
}
