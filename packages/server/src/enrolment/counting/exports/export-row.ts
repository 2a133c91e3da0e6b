import {
  type ExportFacts,
  type ExportKind,
  type ExportView,
  mayDecideExport,
  mayFetchExport,
} from '@eduduty/core/enrolment'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'

export interface ExportKey {
  readonly county: string
  readonly export: string
}

export interface ExportRow {
  readonly export_id: string
  readonly ledger: ExportKind
  readonly year: number
  readonly unit_path: string
  readonly unit_name: string
  readonly row_state: string
  readonly reason: string
  readonly children: number
  readonly minors: number
  readonly state: ExportView['state']
  readonly asked_by: string
  readonly asked_by_name: string
  readonly asked_at: string
  readonly decided_by_name: string
  readonly decided_at: string | null
  readonly answer: string
  readonly fetched: number
}

const columns = `export_id, ledger, year, unit_path, unit_name, row_state, reason, children, minors, state, asked_by,
  asked_by_name, asked_at::text, decided_by_name, decided_at::text, answer, fetched`

/** The newest first, as far as the caller reaches. */
export function listExportRows({ db }: Ctx, county: string): Promise<ExportRow[]> {
  return db.run<ExportRow>(
    `select ${columns} from enrolment_exports where county_code = $1 order by asked_at desc, export_id limit 100`,
    [county],
  )
}

/** One export, kept from others until the end of the transaction. Errors: `enrolment.export_not_found`. */
export async function lockExport({ db }: Ctx, key: ExportKey): Promise<ExportRow> {
  const [row] = await db.run<ExportRow>(
    `select ${columns} from enrolment_exports where county_code = $1 and export_id = $2 for update`,
    [key.county, key.export],
  )
  if (row === undefined) throw new AppError('enrolment.export_not_found')
  return row
}

export const factsOf = (row: ExportRow): ExportFacts => ({
  state: row.state,
  minors: row.minors,
  askedBy: row.asked_by,
  decidedAt: row.decided_at === null ? undefined : new Date(row.decided_at),
})

export function presentExport(row: ExportRow, { actor, now }: Ctx, mayDecide: boolean): ExportView {
  const facts = factsOf(row)
  return {
    export: row.export_id,
    ledger: row.ledger,
    year: row.year,
    unit: row.unit_name,
    row_state: row.row_state,
    reason: row.reason,
    children: row.children,
    minors: row.minors,
    state: row.state,
    asked_by: row.asked_by_name,
    asked_at: row.asked_at,
    decided_by: row.decided_by_name,
    answer: row.answer,
    fetched: row.fetched,
    may_decide: mayDecide && mayDecideExport(facts, actor.id),
    may_fetch: mayFetchExport(facts, actor.id, now),
  }
}
