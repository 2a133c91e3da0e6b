import { type ReviewBody, reviewVerdictTitles } from '@eduduty/core/archive'
import { AppError } from '../../platform/errors/app-error.ts'
import { type Acting, reviewsFor } from '../acting.ts'
import { getOpenCatalogue } from '../catalogues/catalogue-row.ts'
import { noteEvents } from '../note-events.ts'
import { linksOf } from './link-row.ts'
import { getNeed, type NeedKey } from './need-row.ts'
import { isOwn } from './paper-to-review.ts'

/**
 * Judges a paper for one need. Not by whoever uploaded it, and not by the unit itself. Errors: `archive.need_not_found`,
 * `archive.not_linked`, `archive.paper_withdrawn`, `archive.own_unit`, `archive.own_upload`, `archive.reason_missing`,
 * `archive.catalogue_closed`, `archive.replaced_meanwhile`.
 */
export async function reviewPaper(acting: Acting, key: NeedKey & { paper: string }, body: ReviewBody): Promise<void> {
  const { ctx } = acting
  const need = await getNeed(ctx, key)
  await getOpenCatalogue(ctx, { county: key.county, catalogue: need.catalogue_id })
  const link = (await linksOf(ctx.db, key.county, [key.need])).find(({ paper_id: id }) => id === key.paper)
  if (link === undefined) throw new AppError('archive.not_linked')
  if (link.version_no !== body.version) throw new AppError('archive.replaced_meanwhile', { title: link.title })
  if (link.is_withdrawn) throw new AppError('archive.paper_withdrawn', { title: link.title })
  if (!reviewsFor(acting, need.org_path)) throw new AppError('archive.own_unit', { unit: need.unit_name })
  if (isOwn(acting, link)) throw new AppError('archive.own_upload', { title: link.title })
  const reason = body.reason.trim()
  if (reason === '' && body.verdict === 'insufficient') throw new AppError('archive.reason_missing')
  const { numUpdatedRows } = await ctx.db.kysely
    .updateTable('archive_links')
    .set({ verdict: body.verdict, reason, reviewed_by: ctx.actor.name, reviewed_at: ctx.now })
    .where('county_code', '=', key.county)
    .where('need_id', '=', key.need)
    .where('paper_id', '=', key.paper)
    .where('version_no', '=', body.version)
    .executeTakeFirst()
  // A new version may have come between looking and judging.
  if (numUpdatedRows === 0n) throw new AppError('archive.replaced_meanwhile', { title: link.title })
  const says = `“${link.title}”：${reviewVerdictTitles[body.verdict]}${reason === '' ? '' : `，${reason}`}`
  await noteEvents(ctx, key.county, [{ subject: 'need', id: key.need, path: need.org_path, deed: 'review', says }])
  ctx.audit({
    action: 'archive.review',
    subject: `${need.unit_name}《${need.title}》的“${link.title}”`,
    detail: { verdict: reviewVerdictTitles[body.verdict] },
    ...(reason !== '' && { reason }),
  })
}
