import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import {
  canonicalText,
  type Pack,
  type PackFile,
  type PackProblem,
  type PackSource,
  parsePack,
} from '@eduduty/core/packs'
import { packsFolder } from './packs-folder.ts'

export interface LoadedPack {
  readonly pack: Pack
  /** SHA-256 of the content, independent of file layout and key order. */
  readonly hash: string
  readonly folder: string
}

export interface PackReading {
  readonly folder: string
  readonly files: readonly PackFile[]
  readonly loaded: LoadedPack | undefined
  readonly problems: readonly PackProblem[]
  readonly source: PackSource
}

/** Reads a pack by id (from the installed packs) or by folder. Problems of shape are returned, never thrown. */
export async function readPack(idOrFolder: string, cwd: string): Promise<PackReading> {
  const folder = await findPackFolder(idOrFolder, cwd)
  const files = folder === undefined ? [] : await readPackFiles(folder)
  const parsed = parsePack(files)
  if (folder === undefined) {
    const problem: PackProblem = {
      code: 'pack_not_found',
      message: `找不到标准包“${idOrFolder}”。`,
      ...parsed.source.place([]),
      suggestion: '用 eduduty pack list 查看已有的标准包，或给出标准包文件夹的路径。',
    }
    return { folder: idOrFolder, files, loaded: undefined, problems: [problem], source: parsed.source }
  }
  const loaded = parsed.pack && { pack: parsed.pack, hash: hashOf(parsed.pack), folder }
  return { folder, files, loaded, problems: parsed.problems, source: parsed.source }
}

function hashOf(pack: Pack): string {
  return createHash('sha256').update(canonicalText(pack)).digest('hex')
}

async function findPackFolder(idOrFolder: string, cwd: string): Promise<string | undefined> {
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

async function readPackFiles(folder: string): Promise<PackFile[]> {
  const names = await readdir(folder, { recursive: true })
  const yaml = names.filter((name) => /\.ya?ml$/i.test(name)).toSorted()
  return Promise.all(yaml.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })))
}
