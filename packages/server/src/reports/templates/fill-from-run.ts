import { openRun } from '../../evaluation/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { examineTemplate, presentCheck } from './examine-template.ts'
import { fillDocument } from './fill-document.ts'
import type { TemplatePlace } from './template-place.ts'

/** Fills a template when the data are read: computing needs no database. */
export type Filling = () => Promise<Uint8Array>

/**
 * Reads what it takes to fill a template with the figures of a kept run. It is checked once more: the run may stand on
 * another version of the pack. Errors: `reports.template_unreadable`, `reports.template_faulty`, `reports.template_too_long`,
 * `evaluation.run_outdated`.
 */
export async function fillFromRun(ctx: Ctx, place: TemplatePlace, template: Uint8Array): Promise<Filling> {
  const { faults } = presentCheck(await examineTemplate(template, place.plan))
  const [first] = faults
  if (first !== undefined)
    throw new AppError('reports.template_faulty', {
      count: String(faults.length),
      place: first.place,
      message: first.message,
    })
  const run = await openRun(ctx, place.key)
  return () => fillDocument(template, run.evaluate())
}
