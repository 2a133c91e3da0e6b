import { randomUUID } from 'node:crypto'
import type { Catalogue, OpenCatalogueBody } from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import { treeAsOf } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { SqlError } from '../../platform/db/sql-error.ts'
import { sqlstates } from '../../platform/db/sqlstates.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertWholeCounty } from '../acting.ts'
import { findAskingPack } from './asking-pack.ts'
import { getCatalogueRow, viewCatalogue } from './catalogue-row.ts'
import { fingerprintOf, growNeeds } from './grow-needs.ts'
import { keepNeeds } from './keep-needs.ts'
import { readMeant } from './read-meant.ts'

/**
 * Lists what a pack asks of a county's units for a year. Errors: `archive.whole_county`, `archive.pack_not_found`,
 * `archive.pack_asks_nothing`, `archive.catalogue_exists`.
 */
export async function openCatalogue(
  ctx: Ctx,
  { county, pack: id, year, title }: OpenCatalogueBody,
): Promise<Catalogue> {
  assertWholeCounty(ctx, county)
  const asking = await findAskingPack(ctx.db, id)
  if (asking === undefined) throw new AppError('archive.pack_not_found', { pack: id })
  const { title: packTitle } = asking.pack.pack
  const units = await treeAsOf(ctx.db, county, dayOf(ctx.now))
  const needs = growNeeds(
    asking.pack,
    county,
    units,
    await readMeant(ctx.db, { county_code: county, pack_id: id, year }),
  )
  if (needs.length === 0) throw new AppError('archive.pack_asks_nothing', { pack: packTitle })
  const key = { county, catalogue: randomUUID() }
  try {
    await ctx.db.kysely
      .insertInto('archive_catalogues')
      .values({
        county_code: county,
        catalogue_id: key.catalogue,
        pack_id: id,
        pack_title: packTitle,
        year,
        pack_hash: asking.hash,
        title: title.trim(),
        grown_hash: fingerprintOf(asking, needs),
        opened_by: ctx.actor.name,
        opened_at: ctx.now,
      })
      .execute()
  } catch (error) {
    if (error instanceof SqlError && error.sqlstate === sqlstates.uniqueViolation)
      throw new AppError('archive.catalogue_exists', { year })
    throw error
  }
  await keepNeeds(ctx, key, needs)
  ctx.audit({ action: 'archive.open_catalogue', subject: title.trim(), detail: { year, needs: needs.length } })
  return viewCatalogue(ctx, await getCatalogueRow(ctx, key), { is_behind: false })
}
