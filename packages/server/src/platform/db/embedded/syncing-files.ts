import { fsyncSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type EngineInit = Awaited<ReturnType<NodeFS['init']>>
type EngineOptions = EngineInit['emscriptenOpts']

/** How often the engine asked for its writes to be put on disk. */
export interface SyncCounter {
  count: number
}

/**
 * The engine's view of its folder, with a working fsync. As shipped the engine's fsync reaches nothing,
 * so that a power cut loses acknowledged rows. The hooks must stand before the engine starts: recovery writes too.
 */
export class SyncingFiles extends NodeFS {
  readonly #counter: SyncCounter
  readonly #onFailure: (cause: unknown) => never

  constructor(folder: string, counter: SyncCounter, onFailure: (cause: unknown) => never) {
    super(folder)
    this.#counter = counter
    this.#onFailure = onFailure
  }

  override async init(engine: PGlite, options: EngineOptions): Promise<EngineInit> {
    const { emscriptenOpts } = await super.init(engine, options)
    const preRun = emscriptenOpts.preRun ?? []
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [(module) => this.#install(module.NODEFS), ...preRun] } }
  }

  #install(fileSystem: unknown): void {
    if (!hasStreamOperations(fileSystem)) this.#onFailure(new Error('the engine has no file operations to hook'))
    else {
      const { write } = fileSystem.stream_ops
      fileSystem.stream_ops.fsync = (stream) => this.#sync(stream.nfd)
      fileSystem.stream_ops.write = (...call) => this.#write(call[0].path, () => write(...call))
    }
  }

  /** After a failed write of its log the engine would turn in circles for ever: its thread ends, and another recovers. */
  #write(path: string, write: () => number): number {
    try {
      return write()
    } catch (cause) {
      if (path.includes('/pg_wal/')) return this.#onFailure(cause)
      throw cause
    }
  }

  /** A failed sync must end the engine: returning or throwing here could acknowledge a lost write. */
  #sync(descriptor: number): number {
    try {
      fsyncSync(descriptor)
      this.#counter.count += 1
      return 0
    } catch (cause) {
      return this.#onFailure(cause)
    }
  }
}

interface OpenFile {
  readonly nfd: number
  readonly path: string
}

interface FileOperations {
  stream_ops: {
    fsync?: (file: OpenFile) => number
    write: (file: OpenFile, ...what: readonly unknown[]) => number
  }
}

function hasStreamOperations(value: unknown): value is FileOperations {
  if (typeof value !== 'object' || value === null || !('stream_ops' in value)) return false
  const operations = value.stream_ops
  return typeof operations === 'object' && operations !== null && 'write' in operations
}
