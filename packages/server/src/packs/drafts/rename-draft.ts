import type { DraftEntry } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { type DraftKey, getDraft } from './draft-row.ts'

/** Errors: `pack.draft_not_found`. */
export async function renameDraft(ctx: Ctx, key: DraftKey, title: string): Promise<DraftEntry> {
  const before = await getDraft(ctx.db, key)
  await ctx.db.run('update pack_drafts set title = $3 where county_code = $1 and draft_id = $2', [
    key.county,
    key.draft,
    title.trim(),
  ])
  ctx.audit({ action: 'packs.rename_draft', subject: title.trim(), detail: { from: before.title } })
  return getDraft(ctx.db, key)
}
