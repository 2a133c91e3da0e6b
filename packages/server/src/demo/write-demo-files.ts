import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { years } from './county.ts'
import type { DemoFile } from './demo-files.ts'

export interface WrittenDemo {
  readonly changed: number
  readonly extra: readonly string[]
}

/**
 * Writes the files into `folder`. Refuses a folder that holds anything but an earlier demo county.
 * `changed`: files that were there with other content, now restored; `extra`: paths of files that are none of ours, left alone.
 */
export async function writeDemoFiles(
  folder: string,
  files: readonly DemoFile[],
): Promise<WrittenDemo | { readonly refused: string }> {
  const strange = (await entriesOf(folder)).filter(
    (name) => !years.some((year) => name === String(year)) && !name.startsWith('.'),
  )
  const [first] = strange
  if (first !== undefined) {
    return { refused: `文件夹 ${folder} 里已有别的内容（如“${first}”），不会写入。请用 --out 指定一个空文件夹。` }
  }
  let changed = 0
  for (const file of files) {
    const path = join(folder, file.path)
    const before = await readIfThere(path)
    if (before?.equals(file.bytes)) continue
    if (before !== undefined) changed += 1
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, file.bytes)
  }
  return { changed, extra: await extraFiles(folder, files) }
}

async function extraFiles(folder: string, files: readonly DemoFile[]): Promise<string[]> {
  const own = new Set(files.map((file) => file.path))
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !own.has(path))
    .toSorted()
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch {
    return []
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch {
    return undefined
  }
}
