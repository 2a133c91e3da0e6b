import type { Catalogue } from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import { treeAsOf } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertWholeCounty } from '../acting.ts'
import { findAskingPack } from './asking-pack.ts'
import { type CatalogueKey, getCatalogueRow, getOpenCatalogue, viewCatalogue } from './catalogue-row.ts'
import { fingerprintOf, type GrownNeed, growNeeds } from './grow-needs.ts'
import { keepNeeds } from './keep-needs.ts'
import { readMeant } from './read-meant.ts'

interface StoredKey {
  readonly need_id: string
  readonly indicator_id: string
  readonly material_id: string
  readonly unit_id: string
}

const keyOf = (indicator: string, material: string, unit: string): string => JSON.stringify([indicator, material, unit])

/**
 * Brings a catalogue up to the pack and the units of today. What is no longer asked and has no papers goes; what has some
 * stays in the history. Errors: `archive.whole_county`, `archive.catalogue_not_found`, `archive.catalogue_closed`.
 */
export async function refreshCatalogue(ctx: Ctx, key: CatalogueKey): Promise<Catalogue> {
  const row = await getOpenCatalogue(ctx, key)
  assertWholeCounty(ctx, key.county)
  const asking = await findAskingPack(ctx.db, row.pack_id)
  if (asking === undefined) throw new AppError('archive.pack_not_found', { pack: row.pack_id })
  const units = await treeAsOf(ctx.db, key.county, dayOf(ctx.now))
  const grown = growNeeds(asking.pack, key.county, units, await readMeant(ctx.db, row))
  const wanted = new Map(grown.map((need) => [keyOf(need.indicator, need.material, need.unit), need]))
  const held = await ctx.db.run<StoredKey>(
    `select need_id, indicator_id, material_id, unit_id from archive_needs
     where county_code = $1 and catalogue_id = $2 for update`,
    [key.county, key.catalogue],
  )
  const known = new Map(held.map((one) => [keyOf(one.indicator_id, one.material_id, one.unit_id), one.need_id]))
  const gone = [...known].flatMap(([name, id]) => (wanted.has(name) ? [] : [id]))
  const fresh = [...wanted].flatMap(([name, need]) => (known.has(name) ? [] : [need]))
  await dropNeeds(ctx, key, gone)
  await renewNeeds(
    ctx,
    key,
    [...wanted].flatMap(([name, need]) => named(known.get(name), need)),
  )
  await keepNeeds(ctx, key, fresh)
  await ctx.db.run(
    `update archive_catalogues set grown_hash = $3, pack_hash = $4, pack_title = $5
     where county_code = $1 and catalogue_id = $2`,
    [key.county, key.catalogue, fingerprintOf(asking, grown), asking.hash, asking.pack.pack.title],
  )
  const detail = { added: fresh.length, removed: gone.length }
  ctx.audit({ action: 'archive.refresh_catalogue', subject: row.title, detail })
  return viewCatalogue(ctx, await getCatalogueRow(ctx, key), { is_behind: false })
}

const named = (id: string | undefined, need: GrownNeed) => (id === undefined ? [] : [{ id, need }])

async function dropNeeds({ db }: Ctx, { county }: CatalogueKey, ids: readonly string[]): Promise<void> {
  await db.run(
    `delete from archive_needs n where n.county_code = $1 and n.need_id = any($2::text[]) and not exists
       (select from archive_links l where l.county_code = n.county_code and l.need_id = n.need_id)`,
    [county, ids],
  )
  await db.run(`update archive_needs set is_asked = false where county_code = $1 and need_id = any($2::text[])`, [
    county,
    ids,
  ])
}

async function renewNeeds(
  { db }: Ctx,
  { county }: CatalogueKey,
  renewed: readonly { readonly id: string; readonly need: GrownNeed }[],
): Promise<void> {
  const column = (of: (need: GrownNeed) => string | number) => renewed.map(({ need }) => of(need))
  await db.run(
    `update archive_needs n set is_asked = true, indicator_no = new.no, indicator_title = new.indicator_title,
       title = new.title, note = new.note, file_no = new.file_no, place = new.place, unit_name = new.unit_name,
       spared_because = nullif(new.spared, ''), accepts = string_to_array(new.accepts, ' ')
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::integer[], $9::text[],
       $10::text[], $11::text[]) as new (id, no, indicator_title, title, note, file_no, place, unit_name, spared, accepts)
     where n.county_code = $1 and n.need_id = new.id`,
    [
      county,
      renewed.map(({ id }) => id),
      column(({ indicatorNo }) => indicatorNo),
      column(({ indicatorTitle }) => indicatorTitle),
      column(({ title }) => title),
      column(({ note }) => note),
      column(({ fileNo }) => fileNo),
      column(({ place }) => place),
      column(({ unitName }) => unitName),
      column(({ spared }) => spared),
      column(({ accepts }) => accepts.join(' ')),
    ],
  )
}
