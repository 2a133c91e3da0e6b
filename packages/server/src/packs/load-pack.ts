import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { type PackFile, type PackProblem, parsePack } from '@eduduty/core/packs'
import { joinRead, trailOf } from './join-read.ts'
import { keepReading, keptReading } from './kept-readings.ts'
import type { PackReading } from './pack-reading.ts'
import { packsFolder } from './packs-folder.ts'

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
  const own = { folder, files, parsed, kept, trail }
  const { reading, used } = await joinRead(own, (id) => read(id, dirname(folder), trailOf(own)))
  if (reading.loaded !== undefined || parsed.overlay !== undefined)
    keepReading(folder, { files, parsed, used, reading })
  return reading
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
