import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files that programs leave beside workbooks, and the mapping files that they are read by: nobody wants to hear of them. */
const LEFTOVER = /^(?:~\$|\.~|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.)|\.(?:tmp|lnk|bak|ya?ml)$/i

export interface ListedFile {
  /** Path relative to the folder read, with `/`. */
  readonly name: string
  readonly path: string
}

/** Every file under a folder, relative with `/`, in code-point order. Links are not followed. A single file is its own folder. */
export async function listFiles(root: string): Promise<readonly ListedFile[]> {
  if ((await stat(root)).isFile()) return [{ name: root.split(/[\\/]/).at(-1) ?? root, path: root }]
  const found: { name: string; path: string }[] = []
  const walk = async (folder: string, prefix: string, depth: number): Promise<void> => {
    if (depth > 20) return
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (LEFTOVER.test(entry.name)) continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) await walk(path, `${prefix}${entry.name}/`, depth + 1)
      else if (entry.isFile()) found.push({ name: `${prefix}${entry.name}`, path })
    }
  }
  await walk(root, '', 0)
  return found.sort((a, b) => compareCodePoints(a.name, b.name))
}

/** Order by code points, the same on every machine. */
function compareCodePoints(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right))
}
