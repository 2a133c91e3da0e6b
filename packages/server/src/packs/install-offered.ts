import type { PackVersionView } from '@eduduty/core/packs'
import type { Caller } from '../platform/ctx.ts'
import { AppError } from '../platform/errors/app-error.ts'
import type { Deps } from '../platform/http/app-type.ts'
import { findMistakes } from './find-mistakes.ts'
import { installMissingTables } from './install-missing-tables.ts'
import { keepPack } from './keep-pack.ts'
import { listMistakes } from './list-mistakes.ts'
import { readPack } from './load-pack.ts'
import { listPackIds } from './packs-folder.ts'
import { readVersion } from './read-version.ts'

/**
 * Installs what stands in the program's folder under this id, once nothing in it is wrong; installed already, nothing
 * changes. Errors: `pack.not_offered`, `pack.has_mistakes`, `pack.not_installed`.
 */
export async function installOffered(
  { db, door }: Pick<Deps, 'db' | 'door'>,
  caller: Caller,
  id: string,
): Promise<PackVersionView> {
  if (!listPackIds().includes(id)) throw new AppError('pack.not_offered', { pack: id })
  const reading = await readPack(id, '/')
  const { loaded } = reading
  const problems = loaded === undefined ? reading.problems : findMistakes(reading, loaded)
  const errors = problems.filter(({ warning }) => !warning)
  if (loaded === undefined || errors.length > 0)
    throw new AppError('pack.has_mistakes', { pack: id, count: errors.length, mistakes: listMistakes(errors) })
  await installMissingTables(db, loaded.pack)
  return door.write(caller, async (ctx) => {
    await keepPack(ctx.db, loaded)
    const { title, version } = loaded.pack.pack
    ctx.audit({ action: 'packs.install', subject: `${title} ${version}`, detail: { pack: id, hash: loaded.hash } })
    return readVersion(ctx.db, { packId: loaded.pack.pack.id, hash: loaded.hash })
  })
}
