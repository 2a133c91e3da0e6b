import type { InstalledPacks, InstalledVersion } from '@eduduty/core/packs'
import { readPack } from './load-pack.ts'
import { listPackIds } from './packs-folder.ts'

/** Versions that stand in the program's folder of packs and are not installed, with why one cannot be. */
export async function listOffered(installed: readonly InstalledVersion[]): Promise<InstalledPacks['offered']> {
  const hashes = new Set(installed.map(({ hash }) => hash))
  const offered: InstalledPacks['offered'] = []
  for (const id of listPackIds()) {
    const { loaded, problems } = await readPack(id, '/')
    if (loaded === undefined) {
      const problem = problems[0]?.message ?? ''
      offered.push({ pack_id: id, title: id, version: '', problem, problems: problems.length })
    } else if (!hashes.has(loaded.hash)) {
      const { title, version } = loaded.pack.pack
      offered.push({ pack_id: id, title, version, problems: 0 })
    }
  }
  return offered
}
