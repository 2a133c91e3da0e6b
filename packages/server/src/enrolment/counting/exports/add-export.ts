import { randomUUID } from 'node:crypto'
import { type ExportKind, type ExportView, exportTitles } from '@eduduty/core/enrolment'
import { areaPath, isWithin, type OrgPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../../platform/ctx.ts'
import { readPackLimit } from '../../pack-limit.ts'
import { lockExport, presentExport } from './export-row.ts'

export interface AskedExport {
  readonly county: string
  readonly ledger: ExportKind
  readonly year: number
  /** Path of the unit whose children are wanted; empty for all within reach. */
  readonly unit: string
  readonly unitName: string
  readonly rowState: string
  readonly reason: string
  readonly children: number
  readonly minors: number
}

/** Keeps that somebody wants a list of children: to be allowed by another person where the pack's limit is passed. */
export async function addExport(ctx: Ctx, asked: AskedExport): Promise<ExportView> {
  const { county, ledger, year, unit, unitName, rowState, reason, children, minors } = asked
  const isBulk = minors > (await readPackLimit(ctx, 'bulk_minors'))
  const [id, state] = [randomUUID(), isBulk ? 'asked' : 'approved']
  await ctx.db.run(
    `insert into enrolment_exports (county_code, export_id, org_path, ledger, year, unit_path, unit_name, row_state, reason,
       children, minors, state, asked_by, asked_by_name, asked_at, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[county, id, ownPath(ctx, county), ledger, year, unit, unitName, rowState, reason],
      ...[children, minors, state, ctx.actor.id, ctx.actor.name, ctx.now, isBulk ? null : ctx.now],
    ],
  )
  ctx.audit({
    action: 'enrolment.ask_export',
    subject: `${year}年${exportTitles[ledger]}`,
    reason,
    detail: { export: id, rows: children, minors, state },
  })
  return presentExport(await lockExport(ctx, { county, export: id }), ctx, false)
}

/** Where the request stands: with the asker's unit, or with the part of the county that they reach. */
function ownPath({ actor, scopes }: Ctx, county: string): OrgPath {
  if (scopes.some((scope) => isWithin(actor.path, scope))) return actor.path
  return scopes.find((scope) => isWithin(scope, areaPath(county))) ?? areaPath(county)
}
