import {
  joinPacks,
  type Pack,
  type PackFile,
  type PackProblem,
  type PackSource,
  type ParsedPack,
  type SourcedPack,
} from '@eduduty/core/packs'
import { fromFolder } from './from-folder.ts'
import { hashOf } from './hash-of.ts'
import type { KeptReading } from './kept-readings.ts'
import type { PackReading } from './pack-reading.ts'
import { readOverlay } from './read-overlay.ts'

export interface OwnFiles {
  readonly folder: string
  readonly files: readonly PackFile[]
  readonly parsed: ParsedPack
  readonly kept: KeptReading | undefined
  /** Ids of the packs that lead here, each using the next. */
  readonly trail: readonly string[]
}

/** Finds another pack, by its id. */
export type FindPack = (id: string) => Promise<PackReading>

/** The trail with the pack itself at its end. */
export function trailOf({ parsed, trail }: Pick<OwnFiles, 'parsed' | 'trail'>): readonly string[] {
  const id = (parsed.overlay ?? parsed.pack)?.pack.id
  return id === undefined ? trail : [...trail, id]
}

/** A pack's own files together with the packs that it uses or tailors. */
export async function joinRead(
  own: OwnFiles,
  find: FindPack,
): Promise<{ readonly reading: PackReading; readonly used: readonly Pack[] }> {
  const { folder, files, parsed, kept, trail } = own
  if (parsed.overlay !== undefined) {
    const place = { overlay: parsed.overlay, source: parsed.source, folder, files, trail }
    return { reading: await readOverlay(place, kept?.reading, find), used: [] }
  }
  const { pack, source } = parsed
  const failed = (problems: readonly PackProblem[], all = files): { reading: PackReading; used: readonly Pack[] } => ({
    reading: { folder, files: all, loaded: undefined, problems, source },
    used: [],
  })
  if (pack === undefined) return failed(parsed.problems)
  const used = await readUsed({ own: pack, source }, trailOf(own), find)
  const packs = used.packs.map((one) => one.pack)
  if (kept !== undefined && standsOn(kept.used, used)) return { reading: kept.reading, used: packs }
  const all = [...files, ...used.files]
  const wrong = [...writtenHomes(pack, source), ...used.problems]
  if (wrong.length > 0) return failed(wrong, all)
  const joined = joinPacks({ pack, source }, used.packs)
  const loaded = { pack: joined.pack, own: pack, hash: hashOf(joined.pack), folder }
  return { reading: { folder, files: all, loaded, problems: parsed.problems, source: joined.source }, used: packs }
}

/** Nothing that a pack uses was read anew. */
function standsOn(before: readonly Pack[], { packs, problems }: UsedPacks): boolean {
  return problems.length === 0 && packs.length === before.length && packs.every(({ pack }, at) => pack === before[at])
}

interface UsedPacks {
  readonly packs: SourcedPack[]
  readonly files: PackFile[]
  readonly problems: PackProblem[]
}

/** The packs that a pack uses, from the folder beside it or from the installed ones; their files are named from the pack's own folder. */
async function readUsed(
  { own, source }: { readonly own: Pack; readonly source: PackSource },
  trail: readonly string[],
  find: FindPack,
): Promise<UsedPacks> {
  const found: UsedPacks = { packs: [], files: [], problems: [] }
  for (const [index, id] of (own.pack.uses ?? []).entries()) {
    const place = source.place(['pack', 'uses', index])
    if (trail.includes(id)) {
      const message = `标准包循环引用：${[...trail, id].join(' → ')}。`
      found.problems.push({ code: 'pack_cycle', message, ...place, suggestion: '去掉其中一处 uses。' })
      continue
    }
    const reading = await find(id)
    if (reading.loaded === undefined) {
      found.problems.push({
        code: 'used_pack',
        message: `引用的标准包“${id}”不能用：${reading.problems[0]?.message ?? ''}`,
        ...place,
      })
      continue
    }
    const { pack, ...placed } = fromFolder(`../${id}`, reading, reading.loaded.pack)
    found.packs.push({ pack, source: placed.source })
    found.files.push(...placed.files)
  }
  return found
}

/** Whose a register is follows from the folder that it stands in. */
function writtenHomes(own: Pack, source: PackSource): PackProblem[] {
  return own.registers.flatMap(({ home }, index) => {
    if (home === undefined) return []
    const message = '台账的 home 由程序写上，标准包里不写。'
    return [
      { code: 'home_written', message, ...source.place(['registers', index, 'home']), suggestion: '删去这一行。' },
    ]
  })
}
