import type { Register } from '@eduduty/core/packs'
import type { Queries } from '../../platform/db/database.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import { registerColumnName } from '../../platform/db/registers/register-table.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import type { PeriodRow } from '../periods/read-periods.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'

export interface Answers {
  /** Cells of the forms as they stand now that hold something, refused text included. */
  readonly answers: number
  /** Cells of frozen forms. */
  readonly frozen: number
}

/** How many cells of each column of a register a period has filled. */
export async function countAnswers(
  db: Queries,
  period: PeriodRow,
  pack: TaskPack,
  register: Register,
): Promise<ReadonlyMap<string, Answers>> {
  const table = await getRegisterTable(db, pack, register)
  const counts = register.columns.flatMap(({ id }, at) => {
    const filled = `(r.${quoteName(registerColumnName(id))} is not null or jsonb_exists(r.refused -> 'cells', '${id}'))`
    return [
      `count(*) filter (where s.submission_id = t.submission_id and ${filled})::integer as a${at}`,
      `count(*) filter (where s.status = 'frozen' and ${filled})::integer as f${at}`,
    ]
  })
  const [row] = await db.run(
    `select ${counts.join(', ')} from ${quoteName(table.name)} r
     join collection_submissions s on s.county_code = r.county_code and s.submission_id = r.submission_id
     join collection_tasks t on t.county_code = s.county_code and t.task_id = s.task_id
     where r.county_code = $1 and t.period_id = $2 and t.register = $3`,
    [period.county_code, period.period_id, register.id],
  )
  return new Map(
    register.columns.map(({ id }, at) => [
      id,
      { answers: Number(row?.[`a${at}`] ?? 0), frozen: Number(row?.[`f${at}`] ?? 0) },
    ]),
  )
}
