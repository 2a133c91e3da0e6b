import { randomUUID } from 'node:crypto'
import { areaPath, isWithin } from '@eduduty/core/organizations'
import type { DraftEntry, PackFile } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { KeptKey } from '../kept-content.ts'
import { getDraft } from './draft-row.ts'
import { addSave, assertDraftFiles } from './draft-texts.ts'

export interface NewDraft {
  readonly title: string
  readonly base?: KeptKey | undefined
  readonly files: readonly PackFile[]
}

/**
 * Keeps the first files of a draft; it belongs to the area of the person who starts it. Errors: `pack.draft_file`,
 * `pack.draft_whole_area`.
 */
export async function addDraft(ctx: Ctx, { title, base, files }: NewDraft): Promise<DraftEntry> {
  assertDraftFiles(files)
  const { county } = ctx.actor
  const path = areaPath(county)
  if (!ctx.scopes.some((scope) => isWithin(path, scope))) throw new AppError('pack.draft_whole_area')
  const key = { county, draft: randomUUID() }
  await ctx.db.run(
    `insert into pack_drafts (county_code, draft_id, org_path, title, base_pack, base_hash, revision, made_by, made_at,
       saved_by, saved_at) values ($1, $2, $3, $4, $5, $6, 1, $7, $8, $7, $8)`,
    [county, key.draft, path, title.trim(), base?.packId ?? null, base?.hash ?? null, ctx.actor.name, ctx.now],
  )
  await addSave(ctx.db, key, { revision: 1, by: ctx.actor.name, at: ctx.now }, files)
  ctx.audit({ action: 'packs.start_draft', subject: title.trim(), detail: { files: files.length } })
  return getDraft(ctx.db, key)
}
