import type { PaperView } from '@eduduty/core/archive'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Acting } from '../acting.ts'
import { getOpenCatalogue } from '../catalogues/catalogue-row.ts'
import { whyNotAccepted } from '../needs/accepted-kinds.ts'
import { getNeeds, type StoredNeed } from '../needs/need-row.ts'
import { noteEvents } from '../note-events.ts'
import { getPaper, getPaperForUpdate, type PaperKey, type StoredPaper } from './paper-row.ts'
import { readPaper } from './read-paper.ts'

/**
 * Puts a paper to use for needs, of this year or another. Errors: `archive.paper_not_found`, `archive.paper_withdrawn`,
 * `archive.need_not_found`, `archive.catalogue_closed`, `archive.kind_not_accepted`.
 */
export async function linkPaper(acting: Acting, key: PaperKey, needs: readonly string[]): Promise<PaperView> {
  const { ctx } = acting
  const row = await getPaperForUpdate(ctx, key)
  await keepLinks(ctx, row, needs)
  return readPaper(acting, key)
}

/** Links that are there already stay as they are, with what was thought of them. */
export async function keepLinks(ctx: Ctx, row: StoredPaper, ids: readonly string[]): Promise<void> {
  const county = row.county_code
  const needs = await getNeeds(ctx, county, ids)
  for (const catalogue of new Set(needs.map(({ catalogue_id: id }) => id)))
    await getOpenCatalogue(ctx, { county, catalogue })
  const held = await ctx.db.run<{ need_id: string }>(
    'select need_id from archive_links where county_code = $1 and paper_id = $2 and need_id = any($3::text[])',
    [county, row.paper_id, ids],
  )
  const known = new Set(held.map(({ need_id: id }) => id))
  const fresh = needs.filter(({ need_id: id }) => !known.has(id))
  if (fresh.length === 0) return
  for (const need of fresh) {
    const refused = whyNotAccepted(need, row.file_name, row.media)
    if (refused !== undefined) throw refused
  }
  await ctx.db.kysely
    .insertInto('archive_links')
    .values(fresh.map((need) => linkOf(ctx, row, need)))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await noteEvents(ctx, county, [
    ...fresh.map((need) => ({
      subject: 'need' as const,
      id: need.need_id,
      path: need.org_path,
      deed: 'link' as const,
      says: `“${row.title}”`,
    })),
    {
      subject: 'paper',
      id: row.paper_id,
      path: row.org_path,
      deed: 'link',
      says: fresh
        .map(({ file_no: no, title }) => `${no}《${title}》`)
        .join('、')
        .slice(0, 1000),
    },
  ])
  const detail = { needs: fresh.length }
  ctx.audit({ action: 'archive.link', subject: `${row.unit_name}“${row.title}”`, detail })
}

function linkOf(ctx: Ctx, row: StoredPaper, need: StoredNeed) {
  return {
    county_code: row.county_code,
    need_id: need.need_id,
    paper_id: row.paper_id,
    org_path: need.org_path,
    version_no: row.version_no,
    title: row.title,
    file_name: row.file_name,
    media: row.media,
    paper_unit_name: row.unit_name,
    made_on: row.made_on,
    valid_until: row.valid_until,
    filed_on: row.filed_on,
    provided_by: row.provided_by,
    is_damaged: row.is_damaged,
    lacks: row.lacks,
    linked_by: ctx.actor.name,
    linked_at: ctx.now,
  }
}

/** Takes a paper away from one need. Errors: `archive.need_not_found`, `archive.not_linked`, `archive.catalogue_closed`. */
export async function unlinkPaper(
  acting: Acting,
  key: PaperKey,
  { need: id, reason }: { readonly need: string; readonly reason: string },
): Promise<PaperView> {
  const { ctx } = acting
  const says = reason.trim()
  if (says === '') throw new AppError('archive.reason_missing')
  const row = await getPaper(ctx, key)
  const [need] = await getNeeds(ctx, key.county, [id])
  if (need === undefined) throw new AppError('archive.need_not_found')
  await getOpenCatalogue(ctx, { county: key.county, catalogue: need.catalogue_id })
  const gone = await ctx.db.run(
    'delete from archive_links where county_code = $1 and paper_id = $2 and need_id = $3 returning need_id',
    [key.county, key.paper, id],
  )
  if (gone.length === 0) throw new AppError('archive.not_linked')
  await noteEvents(ctx, key.county, [
    { subject: 'need', id, path: need.org_path, deed: 'unlink', says: `“${row.title}”：${says}` },
    {
      subject: 'paper',
      id: key.paper,
      path: row.org_path,
      deed: 'unlink',
      says: `${need.file_no}《${need.title}》：${says}`,
    },
  ])
  ctx.audit({ action: 'archive.unlink', subject: `${row.unit_name}“${row.title}”`, reason: says })
  return readPaper(acting, key)
}
