import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import {
  joinPacks,
  type Pack,
  type PackFile,
  type PackProblem,
  type PackSource,
  parsePack,
  type SourcedPack,
} from '@eduduty/core/packs'
import { fromFolder } from './from-folder.ts'
import { hashOf } from './hash-of.ts'
import { keepReading, keptReading } from './kept-readings.ts'
import type { PackReading } from './pack-reading.ts'
import { packsFolder } from './packs-folder.ts'
import { readOverlay } from './read-overlay.ts'

/** Reads a pack by id (from the installed packs) or by folder, with the packs it uses. Problems of shape are returned, never thrown. */
export async function readPack(idOrFolder: string, cwd: string): Promise<PackReading> {
  return read(idOrFolder, cwd, [])
}

/** `trail`: ids of the packs that lead here, each using the next. */
async function read(idOrFolder: string, cwd: string, trail: readonly string[]): Promise<PackReading> {
  const folder = await findPackFolder(idOrFolder, cwd)
  const files = folder === undefined ? [] : await readPackFiles(folder)
  const kept = folder === undefined ? undefined : keptReading(folder, files)
  const parsed = kept?.parsed ?? parsePack(files)
  if (folder === undefined) {
    const problem: PackProblem = {
      code: 'pack_not_found',
      message: `找不到标准包“${idOrFolder}”。`,
      ...parsed.source.place([]),
      suggestion: '用 eduduty pack list 查看已有的标准包，或给出标准包文件夹的路径。',
    }
    return { folder: idOrFolder, files, loaded: undefined, problems: [problem], source: parsed.source }
  }
  if (parsed.overlay !== undefined) {
    const place = { overlay: parsed.overlay, source: parsed.source, folder, files, trail }
    const reading = await readOverlay(place, kept?.reading, read)
    keepReading(folder, { files, parsed, used: [], reading })
    return reading
  }
  const { pack: own, source } = parsed
  if (own === undefined) return { folder, files, loaded: undefined, problems: parsed.problems, source }
  const used = await readUsed({ own, source, folder }, [...trail, own.pack.id])
  if (kept !== undefined && standsOn(kept.used, used)) return kept.reading
  const all = [...files, ...used.files]
  const wrong = [...writtenHomes(own, source), ...used.problems]
  if (wrong.length > 0) return { folder, files: all, loaded: undefined, problems: wrong, source }
  const joined = joinPacks({ pack: own, source }, used.packs)
  const loaded = { pack: joined.pack, own, hash: hashOf(joined.pack), folder }
  const reading = { folder, files: all, loaded, problems: parsed.problems, source: joined.source }
  keepReading(folder, { files, parsed, used: used.packs.map(({ pack }) => pack), reading })
  return reading
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
  { own, source, folder }: { readonly own: Pack; readonly source: PackSource; readonly folder: string },
  trail: readonly string[],
): Promise<UsedPacks> {
  const found: UsedPacks = { packs: [], files: [], problems: [] }
  for (const [index, id] of (own.pack.uses ?? []).entries()) {
    const place = source.place(['pack', 'uses', index])
    if (trail.includes(id)) {
      const message = `标准包循环引用：${[...trail, id].join(' → ')}。`
      found.problems.push({ code: 'pack_cycle', message, ...place, suggestion: '去掉其中一处 uses。' })
      continue
    }
    const reading = await read(id, dirname(folder), trail)
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

/** The folder that a pack's name or path means, if it is there. */
export async function findPackFolder(idOrFolder: string, cwd: string): Promise<string | undefined> {
  const path = isAbsolute(idOrFolder) ? idOrFolder : resolve(cwd, idOrFolder)
  if (await isFolder(path)) return path
  if (!/^[a-z][a-z0-9-]*$/.test(idOrFolder)) return undefined
  const installed = join(packsFolder(), idOrFolder)
  return (await isFolder(installed)) ? installed : undefined
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

/** The YAML files of a folder, in the order of their names. */
export async function readPackFiles(folder: string): Promise<PackFile[]> {
  const names = await readdir(folder, { recursive: true })
  const yaml = names.filter((name) => /\.ya?ml$/i.test(name)).toSorted()
  return Promise.all(yaml.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })))
}
