import { MemoryFS, PGlite } from '@electric-sql/pglite'
import type { DumpEntry } from './read-dump.ts'

/**
 * Files of a cluster in memory. They are handed to the engine as they are, for it to write to: its own way of loading an
 * archive copies them one by one, and takes as long as starting does.
 */
export class DumpedFiles extends MemoryFS {
  readonly #entries: readonly DumpEntry[]

  constructor(entries: readonly DumpEntry[]) {
    super()
    this.#entries = entries
  }

  override async initialSyncFs(): Promise<void> {
    const files = this.pg?.Module.FS
    if (files === undefined) throw new Error('the engine has no files yet')
    const cluster = PGlite.paths.PGDATA
    for (const { path, content } of this.#entries) {
      if (content === undefined) files.mkdirTree(`${cluster}/${path}`)
      else files.writeFile(`${cluster}/${path}`, content, { canOwn: true })
    }
  }
}
