import type { Queries } from '../platform/db/database.ts'
import type { LoadedPack } from './pack-reading.ts'

/** Keeps the whole content of a pack under its hash, for ever. Once kept, nothing changes. */
export async function keepPack(queries: Queries, { pack, hash }: LoadedPack): Promise<void> {
  await queries.run(
    'insert into packs_installed (pack_id, version, content_hash, title, content) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [pack.pack.id, pack.pack.version, hash, pack.pack.title, JSON.stringify(pack)],
  )
}
