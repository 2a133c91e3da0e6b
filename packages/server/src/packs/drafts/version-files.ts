import { filesOfPack, type Pack, type PackFile } from '@eduduty/core/packs'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { findKeptContent, type KeptKey } from '../kept-content.ts'
import { findPackFolder, readPack, readPackFiles } from '../load-pack.ts'
import { readDraftFiles } from './draft-texts.ts'

/**
 * The files of an installed version: those of the program's folder or of the draft that it was installed from, with
 * their comments; of neither, written anew from its content. Errors: `pack.version_not_found`.
 */
export async function versionFiles(db: Queries, key: KeptKey): Promise<readonly PackFile[]> {
  const kept = await findKeptContent(db, key)
  if (kept === undefined) throw new AppError('pack.version_not_found')
  const folder = await findPackFolder(key.packId, '/')
  if (folder !== undefined && (await readPack(key.packId, '/')).loaded?.hash === key.hash) return readPackFiles(folder)
  const [draft] = await db.run<{ county_code: string; draft_id: string }>(
    'select county_code, draft_id from pack_drafts where installed_pack = $1 and installed_hash = $2 limit 1',
    [key.packId, key.hash],
  )
  if (draft !== undefined) return readDraftFiles(db, { county: draft.county_code, draft: draft.draft_id })
  return filesOfPack({ ...(await withoutLent(kept.pack)) })
}

/** What the packs that it uses lend to it stands in their files, not in its own. */
async function withoutLent(pack: Pack): Promise<Pack> {
  const lent = new Set<string>()
  for (const id of pack.pack.uses ?? []) {
    const used = (await readPack(id, '/')).loaded?.pack
    for (const section of sections) for (const entry of used?.[section] ?? []) lent.add(`${section} ${entry.id}`)
  }
  const own = <Entry extends { readonly id: string }>(section: string, list: readonly Entry[] | undefined): Entry[] =>
    (list ?? []).filter(({ id }) => !lent.has(`${section} ${id}`))
  const { dimensions, grains, codes, registers, statistics, parameters, elements, ...rest } = pack
  return {
    ...rest,
    registers: own('registers', registers).map(({ home: _, ...register }) => register),
    ...(dimensions && { dimensions: own('dimensions', dimensions) }),
    ...(grains && { grains: own('grains', grains) }),
    ...(codes && { codes: own('codes', codes) }),
    ...(statistics && { statistics: own('statistics', statistics) }),
    ...(parameters && { parameters: own('parameters', parameters) }),
    ...(elements && { elements: own('elements', elements) }),
  }
}

const sections = ['dimensions', 'grains', 'codes', 'registers', 'statistics', 'parameters', 'elements'] as const
