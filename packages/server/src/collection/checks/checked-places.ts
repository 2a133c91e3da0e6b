import type { Queries } from '../../platform/db/database.ts'
import type { PeriodKey } from '../periods/read-periods.ts'
import { codeOf } from '../tasks/task-row.ts'

/** Where what a check found is mended. */
export interface CheckedPlaces {
  /** Township of a unit, by its code. */
  readonly townships: ReadonlyMap<string, string>
  /** Tasks of the period. */
  readonly tasks: ReadonlySet<string>
  /** Task of a unit in a register; of a register that one office fills for all, that office's. */
  taskOf(register: string, unit: string): string | undefined
  /** The unit answers for this register in another period, and not in this one. */
  isElsewhere(register: string, unit: string): boolean
}

interface PlaceRow {
  readonly task_id: string
  readonly register: string
  readonly unit_code: string
  readonly unit_id: string
  readonly township: string
  readonly is_here: boolean
}

export async function readCheckedPlaces(db: Queries, { county, periodId }: PeriodKey): Promise<CheckedPlaces> {
  const all = await db.run<PlaceRow>(
    `select task_id, register, unit_code, unit_id, township, period_id = $2 as is_here from collection_tasks
     where county_code = $1`,
    [county, periodId],
  )
  const rows = all.filter(({ is_here }) => is_here)
  const own = new Map(rows.map((row) => [`${row.register} ${codeOf(row)}`, row.task_id]))
  const others = new Set(all.map((row) => `${row.register} ${codeOf(row)}`).filter((key) => !own.has(key)))
  const isElsewhere = (register: string, unit: string): boolean => others.has(`${register} ${unit}`)
  const alone = new Map<string, string | undefined>()
  for (const { register, task_id } of rows) alone.set(register, alone.has(register) ? undefined : task_id)
  return {
    townships: new Map(rows.map((row) => [codeOf(row), row.township])),
    tasks: new Set(rows.map(({ task_id }) => task_id)),
    taskOf: (register, unit) =>
      own.get(`${register} ${unit}`) ?? (isElsewhere(register, unit) ? undefined : alone.get(register)),
    isElsewhere,
  }
}
