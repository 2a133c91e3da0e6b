import { MemoryFS } from '@electric-sql/pglite'

/**
 * Files of a cluster in memory, kept as a gzipped tar archive when the engine closes: only then has it shut down, and
 * whoever starts from the archive need not recover first.
 */
export class ArchivedFiles extends MemoryFS {
  #archive: Uint8Array | undefined

  override async closeFs(): Promise<void> {
    const archive = await this.dumpTar('database', 'gzip')
    this.#archive = new Uint8Array(await archive.arrayBuffer())
    await super.closeFs()
  }

  archive(): Uint8Array {
    if (this.#archive === undefined) throw new Error('the engine is still running')
    return this.#archive
  }
}
