import { keepingBack } from '@eduduty/core/documents'
import {
  bindingKey,
  type Computed,
  type DraftContent,
  drawingKey,
  newBindings,
  newDrawings,
  openMarks,
  type SaveReportBody,
  settleEdit,
} from '@eduduty/core/reports'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertReach } from './assert-reach.ts'
import { aboutOf, assertRevision, contentOf, type DraftRow, getDraft, nameOf, type ReportKey } from './draft-row.ts'
import { drawBlock } from './draw-block.ts'
import type { EvaluatedRuns } from './evaluated-runs.ts'
import { outlineOf } from './outline-of-pack.ts'
import { printBinding } from './print-binding.ts'

/** What an edit brings in, as the evaluation gives it. Errors: `reports.formula_wrong`, `reports.figure_out_of_reach`, those of the run. */
export async function computeNew(
  ctx: Pick<Ctx, 'db'>,
  key: ReportKey,
  { content }: SaveReportBody,
  runs: EvaluatedRuns,
): Promise<Computed> {
  const row = await getDraft(ctx, key)
  const wanted = newBindings(contentOf(row), content)
  const ordered = newDrawings(contentOf(row), content)
  if (wanted.length === 0 && ordered.length === 0) return { numbers: new Map() }
  const run = { county: row.county_code, run: row.run_id }
  await assertReach(ctx, run, wanted)
  const source = await runs.evaluate(run)
  const told = keepingBack(source, outlineOf(source.pack, row.outline))
  // A table is of the units of whom the report is about, and so within the reach of its writer.
  const drawings = ordered.flatMap((order) => {
    const made = drawBlock(told, order, aboutOf(row))
    return made === undefined ? [] : [[drawingKey(order), made] as const]
  })
  return {
    numbers: new Map(wanted.map((binding) => [bindingKey(binding), printBinding(source, binding, told)])),
    drawings: new Map(drawings),
  }
}

/**
 * Keeps an edit, if nobody else has saved since the page was read. Errors: `reports.not_found`, `reports.not_writing`,
 * `reports.changed_meanwhile`.
 */
export async function saveReport(
  ctx: Ctx,
  key: ReportKey,
  { revision, content }: SaveReportBody,
  computed: Computed,
): Promise<void> {
  const row = await getDraft(ctx, key, 'lock')
  if (row.state !== 'writing') throw new AppError('reports.not_writing', { title: row.title })
  assertRevision(row, revision)
  const settled = settleEdit(contentOf(row), content, computed)
  await keepContent(ctx, row, settled)
  ctx.audit({ action: 'reports.save', subject: nameOf({ ...row, title: settled.title }) })
}

/** Puts a content in the place of the former one; the draft's lock is held. */
export async function keepContent(
  ctx: Ctx,
  row: DraftRow,
  content: DraftContent,
  more: { readonly run_id?: string; readonly max_characters?: number | null } = {},
): Promise<void> {
  await ctx.db.kysely
    .updateTable('reports_drafts')
    .set({
      content: JSON.stringify(content),
      title: content.title,
      open_marks: openMarks(content),
      revision: row.revision + 1,
      saved_by: ctx.actor.id,
      saved_name: ctx.actor.name,
      saved_at: ctx.now,
      ...more,
    })
    .where('county_code', '=', row.county_code)
    .where('report_id', '=', row.report_id)
    .execute()
}
