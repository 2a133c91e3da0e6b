import type { ReturnedCell } from '@eduduty/core/collection'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { Task } from './get-task.ts'

const purposes = ['mend', 'linked', 'asked'] as const

/** What was returned of the present version, open ones first; an open return stays though a file replaced the rows. */
export async function listReturns({ db }: Pick<Ctx, 'db'>, { row, pack }: Task): Promise<ReturnedCell[]> {
  const { columns } = pack.register(row.register)
  const returns = await db.kysely
    .selectFrom('collection_returned_cells')
    .selectAll()
    .where('county_code', '=', row.county_code)
    .where('task_id', '=', row.task_id)
    .where((is) => is.or([is('settled_at', 'is', null), is('submission_id', '=', row.submission_id ?? '')]))
    .orderBy('settled_at', (order) => order.desc().nullsFirst())
    .orderBy(sql`purpose <> 'mend'`)
    .orderBy('returned_at', 'desc')
    .orderBy('return_id')
    .limit(2000)
    .execute()
  return returns.map((one) => ({
    return_id: one.return_id,
    row_no: Number(one.row_no),
    column: one.column_id,
    column_title:
      columns.find(({ id }) => id === one.column_id)?.title ?? (Number(one.row_no) === 0 ? '整张表' : '整行'),
    purpose: purposes.find((purpose) => purpose === one.purpose) ?? 'mend',
    found_text: one.found_text ?? '',
    reason: one.reason,
    due_on: one.due_on,
    returned_by: one.returned_by,
    returned_at: one.returned_at,
    ...(one.reply !== null && { reply: one.reply }),
    is_answered: one.answered_at !== null,
    is_settled: one.settled_at !== null,
  }))
}
