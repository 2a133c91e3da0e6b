import { listUnverified, Pack, type UnverifiedEntry } from '@eduduty/core/packs'
import { Compile } from 'typebox/compile'
import type { Queries } from '../platform/db/database.ts'

/** A version that is kept, whole and unchanged. */
export interface KeptKey {
  readonly packId: string
  readonly hash: string
}

export interface KeptContent {
  readonly pack: Pack
  readonly unverified: readonly UnverifiedEntry[]
}

let contract: ReturnType<typeof compileContract> | undefined
const compileContract = () => Compile(Pack)

/** The content of an installed version; undefined when there is no such version. */
export async function findKeptPack(db: Queries, { packId, hash }: KeptKey): Promise<Pack | undefined> {
  const [row] = await db.run<{ content: unknown }>(
    'select content from packs_installed where pack_id = $1 and content_hash = $2',
    [packId, hash],
  )
  contract ??= compileContract()
  return row !== undefined && contract.Check(row.content) ? row.content : undefined
}

/** What a hash stands for never changes, so what was read once is kept. */
const known = new Map<string, KeptContent>()
const KEPT = 64

export async function findKeptContent(db: Queries, key: KeptKey): Promise<KeptContent | undefined> {
  const kept = known.get(key.hash)
  if (kept !== undefined) return kept
  const pack = await findKeptPack(db, key)
  if (pack === undefined) return undefined
  const [oldest] = known.keys()
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest)
  const made = { pack, unverified: listUnverified(pack) }
  known.set(key.hash, made)
  return made
}
