import type { CountyCheckResult, CountyFinding } from '@eduduty/core/collection'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import type { PeriodKey } from '../periods/read-periods.ts'

/** The last check of a period that was done, as it is kept. */
export interface KeptCheck {
  readonly runId: string
  readonly result: CountyCheckResult
}

interface CheckRow extends CountyCheckResult {
  readonly run_id: string
}

/** What somebody sees of a check ends where their reach ends. */
export const reachOf = ({ scopes }: Pick<Caller, 'scopes'>): string => scopes.toSorted().join(' ')

/** Undefined where none was done within the caller's reach. */
export async function findCountyCheck(
  { db, scopes }: Pick<Ctx, 'db' | 'scopes'>,
  { county, periodId }: PeriodKey,
): Promise<KeptCheck | undefined> {
  const [found] = await db.run<CheckRow>(
    `select run_id, started_at, started_by, submissions, hard, soft, notes from collection_county_checks
     where county_code = $1 and period_id = $2 and reach = $3`,
    [county, periodId, reachOf({ scopes })],
  )
  if (found === undefined) return undefined
  const { run_id: runId, started_at, ...rest } = found
  return { runId, result: { ...rest, started_at: new Date(started_at).toISOString() } }
}

interface FindingRow
  extends Pick<
    CountyFinding,
    | 'no'
    | 'level'
    | 'unit'
    | 'unit_name'
    | 'township'
    | 'register'
    | 'register_title'
    | 'check_title'
    | 'kind'
    | 'message'
  > {
  readonly check_id: string
  readonly left_label: string | null
  readonly left_text: string | null
  readonly right_label: string | null
  readonly right_text: string | null
  readonly difference: string | null
  readonly task_id: string | null
  readonly column_id: string | null
}

export interface FindingsWanted {
  /** Of this rule alone. */
  readonly check?: string | undefined
  /** Those after this one. */
  readonly after?: number
  readonly limit: number
}

/** Findings of a kept check in their order, hard ones first. */
export async function readCountyFindings(
  { db }: Pick<Ctx, 'db'>,
  county: string,
  runId: string,
  { check, after = 0, limit }: FindingsWanted,
): Promise<CountyFinding[]> {
  const rows = await db.run<FindingRow>(
    `select no, level, unit, unit_name, township, register, register_title, check_id, check_title, kind, message,
       left_label, left_text, right_label, right_text, difference, task_id, column_id
     from collection_county_findings
     where county_code = $1 and run_id = $2 and no > $3 and ($4::text is null or check_id = $4) order by no limit $5`,
    [county, runId, after, check ?? null, limit],
  )
  return rows.map(presentRow)
}

export async function countCountyFindings(
  { db }: Pick<Ctx, 'db'>,
  county: string,
  runId: string,
  check: string | undefined,
): Promise<number> {
  const [counted] = await db.run<{ findings: number }>(
    `select count(*)::integer as findings from collection_county_findings
     where county_code = $1 and run_id = $2 and ($3::text is null or check_id = $3)`,
    [county, runId, check ?? null],
  )
  return counted?.findings ?? 0
}

/** Findings that are read at once for a workbook. */
const BATCH = 2_000

/** All of them, a batch at a time: a county may have more than fit into one answer. */
export async function* eachCountyFinding(
  door: Door,
  caller: Caller,
  county: string,
  runId: string,
): AsyncGenerator<CountyFinding> {
  for (let after = 0; ; ) {
    const from = after
    const batch = await door.read(caller, (ctx) =>
      readCountyFindings(ctx, county, runId, { after: from, limit: BATCH }),
    )
    yield* batch
    const last = batch.at(-1)
    if (last === undefined || batch.length < BATCH) return
    after = last.no
  }
}

function presentRow(row: FindingRow): CountyFinding {
  const { check_id, left_label, left_text, right_label, right_text, difference, task_id, column_id, ...rest } = row
  return {
    ...rest,
    check: check_id,
    ...(left_label !== null && { left: { label: left_label, value: left_text ?? '' } }),
    ...(right_label !== null && { right: { label: right_label, value: right_text ?? '' } }),
    ...(difference !== null && { difference }),
    ...(task_id !== null && { task_id }),
    ...(column_id !== null && { column: column_id }),
  }
}
