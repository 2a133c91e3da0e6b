import type { Ctx } from '../../platform/ctx.ts'
import { type DraftKey, getDraft } from './draft-row.ts'

/** A draft goes with all its saves; what was installed from it stays. Errors: `pack.draft_not_found`. */
export async function deleteDraft(ctx: Ctx, key: DraftKey): Promise<void> {
  const { title } = await getDraft(ctx.db, key)
  for (const table of ['pack_draft_texts', 'pack_draft_saves', 'pack_drafts'])
    await ctx.db.run(`delete from ${table} where county_code = $1 and draft_id = $2`, [key.county, key.draft])
  ctx.audit({ action: 'packs.delete_draft', subject: title })
}
