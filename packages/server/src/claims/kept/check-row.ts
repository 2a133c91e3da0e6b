import { type CheckEntry, CheckSource, ClaimFigure, KeptText, ReportChange, ReportCheck } from '@eduduty/core/claims'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

export interface CheckKey {
  readonly county: string
  readonly check: string
}

export interface EntryRow {
  readonly county_code: string
  readonly check_id: string
  readonly org_path: string
  readonly title: string
  readonly source: string
  readonly file_name: string
  readonly report_id: string | null
  readonly run_id: string | null
  readonly run_title: string
  readonly older_id: string | null
  readonly older_title: string
  readonly numbers: number
  readonly confirmed: number
  readonly wrong: number
  readonly doubtful: number
  readonly uncheckable: number
  readonly marked: number
  readonly person_id: string
  readonly person_name: string
  readonly checked_at: string
  readonly keep_until: string
}

export interface CheckRow extends EntryRow {
  readonly sha256: string
  readonly content: unknown
  readonly result: unknown
}

/** Columns of an entry; `marked` counts the findings whose last mark closes them. */
export const entryColumns = `c.county_code, c.check_id, c.org_path, c.title, c.source, c.file_name, c.report_id, c.run_id, c.run_title,
  c.older_id, c.older_title, c.numbers, c.confirmed, c.wrong, c.doubtful, c.uncheckable, c.person_id, c.person_name,
  c.checked_at, c.keep_until::text as keep_until,
  (select count(*)::int from (
     select distinct on (finding) state from claims_marks m
     where m.county_code = c.county_code and m.check_id = c.check_id
     order by finding, mark_no desc) last where state <> 'open') as marked`

/** A check within the caller's reach that is still kept. Errors: `claims.not_found`. */
export async function getCheck({ db, now }: Pick<Ctx, 'db' | 'now'>, key: CheckKey): Promise<CheckRow> {
  const [row] = await db.run<CheckRow>(
    `select ${entryColumns}, c.sha256, c.content, c.result from claims_checks c
     where c.county_code = $1 and c.check_id = $2 and c.keep_until >= $3::date`,
    [key.county, key.check, now],
  )
  if (row === undefined) throw new AppError('claims.not_found')
  return row
}

/** What is kept of a check besides the text. */
export const CheckResult = Type.Object(
  {
    check: ReportCheck,
    figures: Type.Array(ClaimFigure),
    changes: Type.Optional(Type.Array(ReportChange)),
  },
  { additionalProperties: false },
)
export type CheckResult = Static<typeof CheckResult>

let contracts: ReturnType<typeof compile> | undefined
const compile = () => ({ text: Compile(KeptText), result: Compile(CheckResult) })

export function contentOf({ content, check_id: id }: CheckRow): KeptText {
  contracts ??= compile()
  if (!contracts.text.Check(content)) throw new Error(`kept text of check ${id} does not fit the contract`)
  return content
}

export function resultOf({ result, check_id: id }: CheckRow): CheckResult {
  contracts ??= compile()
  if (!contracts.result.Check(result)) throw new Error(`kept result of check ${id} does not fit the contract`)
  return result
}

/** A check as lists show it. */
export function presentEntry(row: EntryRow, person: string): CheckEntry {
  return {
    county: row.county_code,
    check: row.check_id,
    title: row.title,
    source: Value.Check(CheckSource, row.source) ? row.source : 'file',
    ...(row.report_id !== null && { report: row.report_id }),
    ...(row.run_id !== null && { run: { id: row.run_id, title: row.run_title } }),
    ...(row.older_id !== null && { older: { check: row.older_id, title: row.older_title } }),
    numbers: row.numbers,
    confirmed: row.confirmed,
    wrong: row.wrong,
    doubtful: row.doubtful,
    uncheckable: row.uncheckable,
    marked: row.marked,
    by: row.person_name,
    at: row.checked_at,
    keep_until: row.keep_until,
    is_own: row.person_id === person,
  }
}
