import { type ExportDecision, type ExportView, exportTitles, mayDecideExport } from '@eduduty/core/enrolment'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { type ExportKey, factsOf, lockExport, presentExport } from './export-row.ts'

/**
 * Lets a list of children out, or not. Errors: `enrolment.export_not_found`, `enrolment.own_export`,
 * `enrolment.export_decided`.
 */
export async function decideExport(ctx: Ctx, key: ExportKey, { approves, says }: ExportDecision): Promise<ExportView> {
  const row = await lockExport(ctx, key)
  if (row.asked_by === ctx.actor.id) throw new AppError('enrolment.own_export')
  if (!mayDecideExport(factsOf(row), ctx.actor.id)) throw new AppError('enrolment.export_decided')
  const state = approves ? 'approved' : 'refused'
  await ctx.db.run(
    `update enrolment_exports set state = $3, decided_by = $4, decided_by_name = $5, decided_at = $6, answer = $7
     where county_code = $1 and export_id = $2`,
    [key.county, key.export, state, ctx.actor.id, ctx.actor.name, ctx.now, says],
  )
  ctx.audit({
    action: 'enrolment.decide_export',
    subject: `${row.year}年${exportTitles[row.ledger]}`,
    reason: says,
    detail: { export: key.export, rows: row.children, minors: row.minors, state },
  })
  return presentExport(await lockExport(ctx, key), ctx, true)
}
