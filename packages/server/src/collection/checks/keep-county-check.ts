import { randomUUID } from 'node:crypto'
import type { CountyCheckResult, CountyFinding } from '@eduduty/core/collection'
import type { Caller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { getPeriod, type PeriodKey } from '../periods/read-periods.ts'

export interface CheckToKeep {
  /** What it was made within; see `reachOf`. */
  readonly reach: string
  readonly result: CountyCheckResult
  readonly findings: readonly CountyFinding[]
}

/** Findings that are written at once: the only session of an embedded engine is not kept from others for long. */
const SLICE = 2_000

const columns = [
  'county_code',
  'run_id',
  'no',
  'period_id',
  'reach',
  'level',
  'unit',
  'unit_name',
  'township',
  'register',
  'register_title',
  'check_id',
  'check_title',
  'kind',
  'message',
  'left_label',
  'left_text',
  'right_label',
  'right_text',
  'difference',
  'task_id',
  'column_id',
  'org_path',
]

/** Puts a result in the place of the one before. What a crash leaves half written counts for nothing, and goes with the next. */
export async function keepCountyCheck(door: Door, caller: Caller, key: PeriodKey, kept: CheckToKeep): Promise<void> {
  const { reach, result, findings } = kept
  const period = await door.read(caller, (ctx) => getPeriod(ctx, key))
  const runId = randomUUID()
  const rowOf = (one: CountyFinding) => [
    key.county,
    runId,
    one.no,
    key.periodId,
    reach,
    one.level,
    one.unit,
    one.unit_name,
    one.township,
    one.register,
    one.register_title,
    one.check,
    one.check_title,
    one.kind,
    one.message,
    one.left?.label ?? null,
    one.left?.value ?? null,
    one.right?.label ?? null,
    one.right?.value ?? null,
    one.difference ?? null,
    one.task_id ?? null,
    one.column ?? null,
    period.org_path,
  ]
  for (let from = 0; from < findings.length; from += SLICE) {
    const rows = findings.slice(from, from + SLICE).map(rowOf)
    await door.write(caller, ({ db }) => db.loadRows('collection_county_findings', columns, rows))
  }
  const { submissions, hard, soft, notes } = result
  await door.write(caller, async (ctx) => {
    const own = [key.county, key.periodId, reach]
    await ctx.db.run(
      `insert into collection_county_checks (county_code, period_id, reach, run_id, started_at, started_by, submissions,
         hard, soft, notes, org_path)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (county_code, period_id, reach) do update set run_id = excluded.run_id,
         started_at = excluded.started_at, started_by = excluded.started_by, submissions = excluded.submissions,
         hard = excluded.hard, soft = excluded.soft, notes = excluded.notes`,
      [...own, runId, result.started_at, result.started_by, submissions, hard, soft, notes, period.org_path],
    )
    await ctx.db.run(
      `delete from collection_county_findings
       where county_code = $1 and period_id = $2 and reach = $3 and run_id <> $4`,
      [...own, runId],
    )
    ctx.audit({ action: 'collection.check_county', subject: period.title, detail: { submissions, hard, soft } })
  })
}
