import type { PaperView } from '@eduduty/core/archive'
import { areaPath } from '@eduduty/core/organizations'
import { reaching } from '../../platform/db/reaching.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Acting } from '../acting.ts'
import { noteEvents } from '../note-events.ts'
import { carryToLinks } from './carry-to-links.ts'
import { getPaperForUpdate, type PaperKey } from './paper-row.ts'
import { readPaper } from './read-paper.ts'

/** Takes a paper out of use: it stays in the history and serves no more. Errors: `archive.paper_not_found`, `archive.paper_withdrawn`, `archive.reason_missing`. */
export async function withdrawPaper(acting: Acting, key: PaperKey, reason: string): Promise<PaperView> {
  const { ctx } = acting
  const says = reason.trim()
  if (says === '') throw new AppError('archive.reason_missing')
  const row = await getPaperForUpdate(ctx, key)
  await ctx.db.kysely
    .updateTable('archive_papers')
    .set({ withdrawn_at: ctx.now, withdrawn_by: ctx.actor.name, withdrawn_reason: says })
    .where('county_code', '=', key.county)
    .where('paper_id', '=', key.paper)
    .execute()
  await carryToLinks(ctx, key)
  await noteEvents(ctx, key.county, [{ subject: 'paper', id: key.paper, path: row.org_path, deed: 'withdraw', says }])
  await tellNeeds(acting, key, `“${row.title}”：${says}`)
  ctx.audit({ action: 'archive.withdraw', subject: `${row.unit_name}“${row.title}”`, reason: says })
  return readPaper(acting, key)
}

/** In the history of every need that it served, wherever that stands. */
async function tellNeeds({ ctx }: Acting, { county, paper }: PaperKey, says: string): Promise<void> {
  await reaching(ctx, [areaPath(county)], async () => {
    const links = await ctx.db.run<{ need_id: string; org_path: string }>(
      'select need_id, org_path from archive_links where county_code = $1 and paper_id = $2',
      [county, paper],
    )
    const notes = links.map(({ need_id: id, org_path: path }) => ({ subject: 'need' as const, id, path, says }))
    await noteEvents(
      ctx,
      county,
      notes.map((note) => ({ ...note, deed: 'withdraw' })),
    )
  })
}
