import { writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'

/** Tries for a name that is free. */
const COPIES = 1_000

/** Writes the marked copy beside the file that it is of, under a name that nothing has yet; its path. */
export async function writeReturned(source: string, bytes: Uint8Array): Promise<string> {
  const stem = basename(source, extname(source))
  for (let copy = 1; ; copy += 1) {
    const path = join(dirname(source), `${stem}-退回修改${copy === 1 ? '' : `(${copy})`}.xlsx`)
    try {
      await writeFile(path, bytes, { flag: 'wx' })
      return path
    } catch (error) {
      if (!isTaken(error) || copy === COPIES) throw error
    }
  }
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'
