import { createHash } from 'node:crypto'
import { matchesVersion, type PackFile, type PackProblem, type ParsedPack, parsePack } from '@eduduty/core/packs'
import type { Queries } from '../../platform/db/database.ts'
import { findMistakes } from '../find-mistakes.ts'
import { joinRead } from '../join-read.ts'
import { findKeptContent } from '../kept-content.ts'
import { readPack } from '../load-pack.ts'
import type { PackReading } from '../pack-reading.ts'
import { Kept } from './kept.ts'

/** A draft as it was read, with everything wrong or doubtful in it. */
export interface DraftReading {
  readonly reading: PackReading
  readonly problems: readonly PackProblem[]
}

/** What the same texts were read as: the same draft is asked about again and again. */
const readings = new Kept<Promise<DraftReading>>(12)
const parses = new Kept<ParsedPack>(12)

/** Reads the files of a draft; packs that it uses or tailors come from the program's folder, else from the installed ones. */
export async function readDrafted(db: Queries, files: readonly PackFile[]): Promise<DraftReading> {
  const texts = hashed(files.map(({ path, text }) => `${path}\n${text.length}\n${text}`))
  const parsed = parses.get(texts, () => parsePack(files))
  const wanted = parsed.overlay?.pack.overlays
  const others = new Map<string, PackReading>()
  for (const id of wanted === undefined ? (parsed.pack?.pack.uses ?? []) : [wanted.pack])
    others.set(id, await findOther(db, id, wanted?.version))
  const key = hashed([texts, ...[...others.values()].map(({ loaded }) => loaded?.hash ?? '')])
  return readings.get(key, async () => {
    const find = async (id: string): Promise<PackReading> => others.get(id) ?? readPack(id, '/')
    const { reading } = await joinRead({ folder: 'draft', files, parsed, kept: undefined, trail: [] }, find)
    const problems = reading.loaded === undefined ? reading.problems : findMistakes(reading, reading.loaded)
    return { reading, problems }
  })
}

function hashed(texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text)
  return hash.digest('hex')
}

async function findOther(db: Queries, id: string, version: string | undefined): Promise<PackReading> {
  const shipped = await readPack(id, '/')
  const fits = (found: string): boolean => version === undefined || matchesVersion(found, version)
  if (shipped.loaded !== undefined && fits(shipped.loaded.pack.pack.version)) return shipped
  const rows = await db.run<{ content_hash: string; version: string }>(
    `select content_hash, version from packs_installed where pack_id = $1
     order by string_to_array(version, '.')::integer[] desc, installed_at desc`,
    [id],
  )
  const found = rows.find((row) => fits(row.version))
  const kept = found && (await findKeptContent(db, { packId: id, hash: found.content_hash }))
  if (found === undefined || kept === undefined) return shipped
  const place = { file: id, line: 1, column: 1, length: 1 }
  return {
    folder: id,
    files: [],
    loaded: { pack: kept.pack, own: kept.pack, hash: found.content_hash, folder: id },
    problems: [],
    source: { place: () => place, inside: () => place },
  }
}
