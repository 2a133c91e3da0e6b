import type { DraftSaved, SaveDraft } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type DraftKey, getOpenDraft } from './draft-row.ts'
import { addSave, assertDraftFiles, readDraftFiles } from './draft-texts.ts'

/**
 * Keeps the files that changed. Of two people who changed the same state, the later is refused and loses nothing.
 * Errors: `pack.draft_not_found`, `pack.draft_installed`, `pack.draft_stale`, `pack.draft_file`.
 */
export async function saveDraft(
  ctx: Ctx,
  key: DraftKey,
  { revision, files, removed = [] }: SaveDraft,
): Promise<DraftSaved> {
  const draft = await getOpenDraft(ctx.db, key)
  if (draft.revision !== revision) throw new AppError('pack.draft_stale', { by: draft.saved_by })
  const changed = new Set([...removed, ...files.map(({ path }) => path)])
  const kept = (await readDraftFiles(ctx.db, key)).filter(({ path }) => !changed.has(path))
  assertDraftFiles([...kept, ...files])
  const next = revision + 1
  const by = ctx.actor.name
  await ctx.db.run(
    `update pack_drafts set revision = $3, saved_by = $4, saved_at = $5 where county_code = $1 and draft_id = $2`,
    [key.county, key.draft, next, by, ctx.now],
  )
  const written = new Set(files.map(({ path }) => path))
  const gone = removed.filter((path) => !written.has(path)).map((path) => ({ path, text: null }))
  await addSave(ctx.db, key, { revision: next, by, at: ctx.now }, [...files, ...gone])
  return { revision: next, saved_by: by, saved_at: ctx.now.toISOString() }
}
