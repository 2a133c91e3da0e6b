import { keepingBack, layOutReport } from '@eduduty/core/documents'
import type { CountyFacade } from '@eduduty/core/evaluation'
import { type RefreshBody, type RefreshResult, refreshDraft } from '@eduduty/core/reports'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { aboutOf, assertRevision, contentOf, getDraft, nameOf, type ReportKey } from './draft-row.ts'
import { drawBlock } from './draw-block.ts'
import { outlineOf } from './outline-of-pack.ts'
import { printBinding } from './print-binding.ts'
import { keepContent } from './save-report.ts'
import { keepVersion } from './versions.ts'

/**
 * Puts the figures of another evaluation of the same pack and year into a draft; what it was before is kept as a
 * version. Errors: `reports.not_found`, `reports.not_writing`, `reports.changed_meanwhile`, `reports.other_evaluation`.
 */
export async function refreshReport(
  ctx: Ctx,
  key: ReportKey,
  { run, revision }: RefreshBody,
  source: CountyFacade,
): Promise<RefreshResult> {
  const row = await getDraft(ctx, key, 'lock')
  if (row.state !== 'writing') throw new AppError('reports.not_writing', { title: row.title })
  assertRevision(row, revision)
  if (source.pack.pack.id !== row.pack_id || source.year !== row.year)
    throw new AppError('reports.other_evaluation', { pack: row.pack_title, year: row.year })
  const outline = outlineOf(source.pack, row.outline)
  const told = keepingBack(source, outline)
  const about = aboutOf(row)
  const { content, ...counts } = refreshDraft(
    contentOf(row),
    layOutReport(source, outline, about),
    (binding) => printBinding(source, binding, told),
    (drawing) => drawBlock(told, drawing, about),
  )
  await keepVersion(ctx, row, { reason: 'refresh' })
  await keepContent(ctx, row, content, { run_id: run, max_characters: outline.max_characters ?? null })
  ctx.audit({
    action: 'reports.refresh',
    subject: nameOf(row),
    detail: { run, figures: counts.figures, rewritten: counts.rewritten },
  })
  return counts
}
