import { createHash } from 'node:crypto'
import { type CasePaper, type Casework, type ClockRule, canonicalText, type Pack } from '@eduduty/core/packs'
import { findKeptContent, packsFolder, readPack } from '../../../packs/index.ts'
import type { Queries } from '../../../platform/db/database.ts'

/** The pack that says how cases of children out of school are handled. */
export const CASE_PACK = 'dropout-control'

/** How a case is handled, whole: it holds for the case to its end, whatever becomes of the pack. */
export interface PinnedCasework {
  readonly casework: Casework
  readonly clocks: readonly ClockRule[]
  readonly papers: readonly CasePaper[]
}

export interface FoundCasework extends PinnedCasework {
  readonly pack: string
  readonly version: string
  /** Of the content above. */
  readonly hash: string
}

/** The definition by which new cases are opened: of the newest installed version, else as shipped. Error: the pack has none. */
export async function findCasework(db: Queries): Promise<FoundCasework> {
  const [newest] = await db.run<{ hash: string }>(
    `select content_hash as hash from packs_installed where pack_id = $1
     order by string_to_array(version, '.')::integer[] desc, installed_at desc limit 1`,
    [CASE_PACK],
  )
  const kept = newest === undefined ? undefined : await findKeptContent(db, { packId: CASE_PACK, hash: newest.hash })
  return (kept && pinned(kept.pack)) ?? shippedCasework()
}

let shipped: Promise<FoundCasework> | undefined

function shippedCasework(): Promise<FoundCasework> {
  shipped ??= readPack(CASE_PACK, packsFolder()).then(({ loaded }) => {
    const found = loaded && pinned(loaded.own)
    if (found === undefined) throw new Error(`pack ${CASE_PACK} has no casework`)
    return found
  })
  return shipped
}

const known = new WeakMap<Pack, FoundCasework>()

function pinned(pack: Pack): FoundCasework | undefined {
  const made = known.get(pack)
  if (made !== undefined) return made
  const [casework] = pack.casework ?? []
  if (casework === undefined) return undefined
  const used = new Set(casework.states.map(({ clock }) => clock))
  const drawn = new Set(casework.steps.map(({ paper }) => paper))
  const content: PinnedCasework = {
    casework,
    clocks: (pack.clocks ?? []).filter(({ id }) => used.has(id)),
    papers: (pack.papers ?? []).filter(({ id }) => drawn.has(id)),
  }
  const hash = createHash('sha256').update(canonicalText(content)).digest('hex')
  const found = { ...content, pack: pack.pack.id, version: pack.pack.version, hash }
  known.set(pack, found)
  return found
}
