import type { Queries } from '../../platform/db/database.ts'
import type { PeriodKey } from '../periods/read-periods.ts'
import { codeOf } from '../tasks/task-row.ts'

/** Where what a check found is mended. */
export interface CheckedPlaces {
  /** Township of a unit, by its code. */
  readonly townships: ReadonlyMap<string, string>
  /** Task of a unit in a register; of a register that one office fills for all, that office's. */
  taskOf(register: string, unit: string): string | undefined
}

export async function readCheckedPlaces(db: Queries, { county, periodId }: PeriodKey): Promise<CheckedPlaces> {
  const rows = await db.run<{
    task_id: string
    register: string
    unit_code: string
    unit_id: string
    township: string
  }>(
    'select task_id, register, unit_code, unit_id, township from collection_tasks where county_code = $1 and period_id = $2',
    [county, periodId],
  )
  const own = new Map(rows.map((row) => [`${row.register} ${codeOf(row)}`, row.task_id]))
  const alone = new Map<string, string | undefined>()
  for (const { register, task_id } of rows) alone.set(register, alone.has(register) ? undefined : task_id)
  return {
    townships: new Map(rows.map((row) => [codeOf(row), row.township])),
    taskOf: (register, unit) => own.get(`${register} ${unit}`) ?? alone.get(register),
  }
}
