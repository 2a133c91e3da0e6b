import type { PackVersionView } from '@eduduty/core/packs'
import type { Caller } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Deps } from '../../platform/http/app-type.ts'
import { installMissingTables } from '../install-missing-tables.ts'
import { keepPack } from '../keep-pack.ts'
import { listMistakes } from '../list-mistakes.ts'
import { readVersion } from '../read-version.ts'
import { type DraftKey, getOpenDraft } from './draft-row.ts'
import { readDraftFiles } from './draft-texts.ts'
import { readDrafted } from './read-drafted.ts'

/**
 * Installs a draft as the person saw it, once nothing in it is wrong; afterwards it does not change any more. Errors:
 * `pack.draft_not_found`, `pack.draft_installed`, `pack.draft_stale`, `pack.has_mistakes`, `pack.version_taken`,
 * `pack.not_installed`.
 */
export async function installDraft(
  { db, door }: Pick<Deps, 'db' | 'door'>,
  caller: Caller,
  key: DraftKey,
  revision: number,
): Promise<PackVersionView> {
  const { reading, problems } = await door.write(caller, async (ctx) => {
    const { revision: now, saved_by: by } = await getOpenDraft(ctx.db, key)
    if (now !== revision) throw new AppError('pack.draft_stale', { by })
    return readDrafted(ctx.db, await readDraftFiles(ctx.db, key))
  })
  const { loaded } = reading
  const errors = problems.filter(({ warning }) => warning !== true)
  const id = loaded?.pack.pack.id ?? '草稿'
  if (loaded === undefined || errors.length > 0)
    throw new AppError('pack.has_mistakes', { pack: id, count: errors.length, mistakes: listMistakes(errors) })
  await installMissingTables(db, loaded.pack)
  return door.write(caller, async (ctx) => {
    const { revision: now, saved_by: by } = await getOpenDraft(ctx.db, key)
    if (now !== revision) throw new AppError('pack.draft_stale', { by })
    const { title, version } = loaded.pack.pack
    const [taken] = await ctx.db.run(
      'select 1 from packs_installed where pack_id = $1 and version = $2 and content_hash <> $3',
      [id, version, loaded.hash],
    )
    if (taken !== undefined) throw new AppError('pack.version_taken', { pack: id, version })
    await keepPack(ctx.db, loaded)
    await ctx.db.run(
      `update pack_drafts set installed_pack = $3, installed_hash = $4, installed_at = $5
       where county_code = $1 and draft_id = $2`,
      [key.county, key.draft, id, loaded.hash, ctx.now],
    )
    ctx.audit({ action: 'packs.install', subject: `${title} ${version}`, detail: { pack: id, hash: loaded.hash } })
    return readVersion(ctx.db, { packId: id, hash: loaded.hash })
  })
}
