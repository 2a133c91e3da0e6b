import type { NeedView, WaiveBody } from '@eduduty/core/archive'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Acting } from '../acting.ts'
import { getOpenCatalogue } from '../catalogues/catalogue-row.ts'
import { noteEvents } from '../note-events.ts'
import { getNeed, type NeedKey } from './need-row.ts'
import { readNeed } from './read-need.ts'

/** Marks a material as not needed, or needed after all. Errors: `archive.need_not_found`, `archive.catalogue_closed`, `archive.reason_missing`. */
export async function waiveNeed(acting: Acting, key: NeedKey, { waived, reason }: WaiveBody): Promise<NeedView> {
  const { ctx } = acting
  const says = reason.trim()
  if (says === '') throw new AppError('archive.reason_missing')
  const need = await getNeed(ctx, key)
  await getOpenCatalogue(ctx, { county: key.county, catalogue: need.catalogue_id })
  const deed = waived ? 'waive' : 'unwaive'
  await ctx.db.kysely
    .updateTable('archive_needs')
    .set({ waived_reason: waived ? says : null })
    .where('county_code', '=', key.county)
    .where('need_id', '=', key.need)
    .execute()
  await noteEvents(ctx, key.county, [{ subject: 'need', id: key.need, path: need.org_path, deed, says }])
  ctx.audit({ action: `archive.${deed}`, subject: `${need.unit_name}《${need.title}》`, reason: says })
  return readNeed(acting, key)
}
