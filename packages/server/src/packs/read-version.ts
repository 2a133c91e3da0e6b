import { countSections, diffPacks, type PackVersionView } from '@eduduty/core/packs'
import type { Queries } from '../platform/db/database.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { findKeptContent, type KeptKey } from './kept-content.ts'
import { listInstalled } from './list-installed.ts'

/** One installed version: manifest, extent, what is 未核实, and what differs from the version before. Errors: `pack.version_not_found`. */
export async function readVersion(db: Queries, key: KeptKey): Promise<PackVersionView> {
  const versions = await listInstalled(db, key.packId)
  const at = versions.findIndex(({ hash }) => hash === key.hash)
  const version = versions[at]
  const kept = await findKeptContent(db, key)
  if (version === undefined || kept === undefined) throw new AppError('pack.version_not_found')
  const former = versions[at + 1]
  const before = former === undefined ? undefined : await findKeptContent(db, { ...key, hash: former.hash })
  const { licence, uses } = kept.pack.pack
  return {
    ...version,
    licence,
    uses: [...(uses ?? [])],
    sections: countSections(kept.pack),
    unverified_entries: [...kept.unverified],
    ...(former !== undefined &&
      before !== undefined && {
        before: { version: former.version, hash: former.hash, changes: diffPacks(before.pack, kept.pack) },
      }),
  }
}
