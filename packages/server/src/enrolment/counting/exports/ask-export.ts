import type { ExportBody, ExportView } from '@eduduty/core/enrolment'
import { findUnitNames } from '../../../organizations/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { assertKnownCounty } from '../../county-reach.ts'
import { countLedgerRows, type LedgerKey } from '../list-ledger-rows.ts'
import { addExport } from './add-export.ts'

/**
 * Asks for a list of children as a file. Where more of them are below 14 than the pack allows, a second person has to allow
 * it; otherwise it may be fetched at once. Errors: `enrolment.county_not_found`, `enrolment.nothing_to_export`.
 */
export async function askExport(ctx: Ctx, key: LedgerKey, body: ExportBody): Promise<ExportView> {
  assertKnownCounty(ctx, key.county)
  const { children, minors } = await countLedgerRows(ctx, key, body)
  if (children === 0) throw new AppError('enrolment.nothing_to_export')
  const { unit = '', state = '', reason } = body
  const names = await findUnitNames(ctx.db, key.county, [unit])
  return addExport(ctx, { ...key, unit, unitName: names.get(unit) ?? '', rowState: state, reason, children, minors })
}
