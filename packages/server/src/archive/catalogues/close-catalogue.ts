import type { Catalogue } from '@eduduty/core/archive'
import type { Ctx } from '../../platform/ctx.ts'
import { assertWholeCounty } from '../acting.ts'
import { type CatalogueKey, getCatalogueRow, viewCatalogue } from './catalogue-row.ts'

/** Ends a catalogue, or takes it up again. Errors: `archive.catalogue_not_found`, `archive.whole_county`. */
export async function closeCatalogue(ctx: Ctx, key: CatalogueKey): Promise<Catalogue> {
  const row = await getCatalogueRow(ctx, key)
  assertWholeCounty(ctx, key.county)
  await ctx.db.kysely
    .updateTable('archive_catalogues')
    .set({ is_open: !row.is_open })
    .where('county_code', '=', key.county)
    .where('catalogue_id', '=', key.catalogue)
    .execute()
  ctx.audit({ action: row.is_open ? 'archive.close_catalogue' : 'archive.reopen_catalogue', subject: row.title })
  return viewCatalogue(ctx, { ...row, is_open: !row.is_open })
}
