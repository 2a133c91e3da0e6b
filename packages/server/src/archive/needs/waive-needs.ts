import type { NeedsWaived, WaiveNeedsBody } from '@eduduty/core/archive'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getOpenCatalogue } from '../catalogues/catalogue-row.ts'
import { noteEvents } from '../note-events.ts'
import { getNeeds } from './need-row.ts'

/**
 * Marks many materials as not needed, or needed after all, for one reason: all of them, or none. Those that are so already
 * keep their reason. Errors: `archive.need_not_found`, `archive.catalogue_closed`, `archive.reason_missing`.
 */
export async function waiveNeeds(
  ctx: Ctx,
  county: string,
  { needs: ids, waived, reason }: WaiveNeedsBody,
): Promise<NeedsWaived> {
  const says = reason.trim()
  if (says === '') throw new AppError('archive.reason_missing')
  const needs = await getNeeds(ctx, county, ids)
  for (const catalogue of new Set(needs.map(({ catalogue_id: id }) => id)))
    await getOpenCatalogue(ctx, { county, catalogue })
  const changed = needs.filter(({ waived_reason: held }) => (held !== null) !== waived)
  await ctx.db.run('update archive_needs set waived_reason = $3 where county_code = $1 and need_id = any($2::text[])', [
    county,
    changed.map(({ need_id: id }) => id),
    waived ? says : null,
  ])
  const deed = waived ? 'waive' : 'unwaive'
  await noteEvents(
    ctx,
    county,
    changed.map(({ need_id: id, org_path: path }) => ({ subject: 'need' as const, id, path, deed, says })),
  )
  if (changed.length > 0)
    ctx.audit({
      action: `archive.${deed}`,
      subject: `${changed.length} 项佐证要求`,
      reason: says,
      detail: { needs: changed.length },
    })
  return { changed: changed.length, same: needs.length - changed.length }
}
