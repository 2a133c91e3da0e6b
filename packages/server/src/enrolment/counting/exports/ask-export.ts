import { randomUUID } from 'node:crypto'
import { type ExportBody, type ExportView, ledgerTitles } from '@eduduty/core/enrolment'
import { areaPath, isWithin, type OrgPath } from '@eduduty/core/organizations'
import { findUnitNames } from '../../../organizations/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { assertKnownCounty } from '../../county-reach.ts'
import { countLedgerRows, type LedgerKey } from '../list-ledger-rows.ts'
import { lockExport, presentExport } from './export-row.ts'

/**
 * Asks for a list of children as a file. Where one of them is below 14 a second person has to allow it; otherwise it may be
 * fetched at once. Errors: `enrolment.county_not_found`, `enrolment.nothing_to_export`.
 */
export async function askExport(ctx: Ctx, key: LedgerKey, body: ExportBody): Promise<ExportView> {
  const { county, year, ledger } = key
  assertKnownCounty(ctx, county)
  const { children, minors } = await countLedgerRows(ctx, key, body)
  if (children === 0) throw new AppError('enrolment.nothing_to_export')
  const unit = body.unit ?? ''
  const names = await findUnitNames(ctx.db, county, [unit])
  const id = randomUUID()
  const state = minors > 0 ? 'asked' : 'approved'
  await ctx.db.run(
    `insert into enrolment_exports (county_code, export_id, org_path, ledger, year, unit_path, unit_name, row_state, reason,
       children, minors, state, asked_by, asked_by_name, asked_at, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[county, id, ownPath(ctx, county), ledger, year, unit, names.get(unit) ?? ''],
      ...[body.state ?? '', body.reason, children, minors, state, ctx.actor.id, ctx.actor.name, ctx.now],
      minors > 0 ? null : ctx.now,
    ],
  )
  ctx.audit({
    action: 'enrolment.ask_export',
    subject: `${year}年${ledgerTitles[ledger]}`,
    reason: body.reason,
    detail: { export: id, rows: children, minors, state },
  })
  return presentExport(await lockExport(ctx, { county, export: id }), ctx, false)
}

/** Where the request stands: with the asker's unit, or with the part of the county that they reach. */
function ownPath({ actor, scopes }: Ctx, county: string): OrgPath {
  if (scopes.some((scope) => isWithin(actor.path, scope))) return actor.path
  return scopes.find((scope) => isWithin(scope, areaPath(county))) ?? areaPath(county)
}
