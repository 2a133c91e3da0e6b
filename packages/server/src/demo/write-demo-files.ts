import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { years } from './county.ts'
import type { DemoFile } from './demo-files.ts'

/**
 * Writes the files into `folder`. Refuses a folder that holds anything but an earlier demo county.
 * `changed`: files that were there with other content, now restored.
 */
export async function writeDemoFiles(
  folder: string,
  files: readonly DemoFile[],
): Promise<{ readonly changed: number } | { readonly refused: string }> {
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
  return { changed }
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
