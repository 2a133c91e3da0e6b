import { existsSync } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import type { Keyring } from '../keys/keyring.ts'
import { keepTrack, loseTrack, type OpenResource } from '../open-resources.ts'
import { type CheckpointSeal, checkpointSeal } from './checkpoint-line.ts'
import type { ChainHead, Checkpoints } from './checkpoints.ts'
import { sinkFaultReason } from './sink-fault-reason.ts'

export const checkpointFileName = 'audit-checkpoints.jsonl'

const restMilliseconds = 200
const retryMilliseconds = 1_000
/** How old the last look at the file may be when an event is to be kept. */
const freshMilliseconds = 250

interface SinkOptions {
  /** False for a folder that somebody named: a disk that is not mounted must not be taken for an empty one. */
  readonly mayCreate: boolean
}

/**
 * Keeps the heads of the chains in `folder`, signed, one line each. While the file cannot be written, `ready` refuses;
 * what could not be written is written when it can be again. Opening never fails: reading goes on without a sink.
 */
export function openCheckpoints(
  folder: string,
  keyring: Keyring,
  options: SinkOptions = { mayCreate: true },
): Checkpoints {
  return new CheckpointFile(folder, checkpointSeal(keyring), options.mayCreate)
}

class CheckpointFile implements Checkpoints {
  readonly file: string
  readonly #folder: string
  readonly #seal: CheckpointSeal
  readonly #waiting = new Map<string, ChainHead>()
  readonly #resource: OpenResource = { kind: 'database', close: () => this.close() }
  readonly #mayCreate: boolean
  /** From the moment that it was there once, its absence is a fault. */
  #wasThere: boolean
  /** True when its name in the folder is on disk too. */
  #isNamed: boolean
  /** False when the last line may be torn: after a failure, and after another process's end. */
  #whole = false
  #lookedAt = Number.NEGATIVE_INFINITY
  #fault: unknown
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> | undefined

  constructor(folder: string, seal: CheckpointSeal, mayCreate: boolean) {
    this.#folder = folder
    this.#mayCreate = mayCreate
    this.#seal = seal
    this.file = join(folder, checkpointFileName)
    this.#wasThere = existsSync(this.file)
    this.#isNamed = this.#wasThere
    keepTrack(this.#resource)
  }

  async ready(): Promise<void> {
    if (this.#fault !== undefined) await this.#flush()
    else if (performance.now() - this.#lookedAt > freshMilliseconds) {
      await this.#look().catch((error) => {
        this.#fault = error
      })
    }
    const cause = this.#fault
    if (cause !== undefined) throw new AppError('audit.sink_unwritable', { reason: sinkFaultReason(cause) }, { cause })
  }

  note(heads: readonly ChainHead[]): void {
    for (const head of heads) {
      const known = this.#waiting.get(head.county)
      // Transactions may be told in another order than they were kept in.
      if (known === undefined || known.chainId !== head.chainId || known.no < head.no)
        this.#waiting.set(head.county, head)
    }
    if (this.#waiting.size > 0) this.#schedule(restMilliseconds)
  }

  async close(): Promise<void> {
    loseTrack(this.#resource)
    await this.#writing
    if (this.#waiting.size > 0) await this.#flush()
    clearTimeout(this.#timer)
  }

  #schedule(after: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.#flush()
    }, after)
  }

  #flush(): Promise<void> {
    this.#writing ??= this.#writeWaiting()
      .catch((error) => {
        this.#fault = error
      })
      .finally(() => {
        this.#writing = undefined
        if (this.#waiting.size > 0) this.#schedule(this.#fault === undefined ? restMilliseconds : retryMilliseconds)
      })
    return this.#writing
  }

  async #writeWaiting(): Promise<void> {
    await this.#look()
    if (this.#waiting.size === 0 && this.#fault === undefined) return
    const heads = [...this.#waiting.values()]
    const lines = heads.map((head) => `${JSON.stringify(this.#seal.seal(head))}\n`).join('')
    const torn = this.#wasThere && !this.#whole
    this.#whole = false
    await this.#append(torn ? `\n${lines}` : lines)
    this.#whole = true
    for (const head of heads) if (this.#waiting.get(head.county) === head) this.#waiting.delete(head.county)
    this.#fault = undefined
  }

  /** A file that was there and is gone is never made anew: its lines would be lost in silence. */
  async #look(): Promise<void> {
    if (this.#wasThere) await stat(this.file)
    else if (!this.#mayCreate) await stat(this.#folder)
    this.#lookedAt = performance.now()
  }

  async #append(text: string): Promise<void> {
    if (this.#mayCreate) await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const handle = await open(this.file, 'a', 0o600)
    this.#wasThere = true
    try {
      await handle.appendFile(text)
      await handle.datasync()
    } finally {
      await handle.close()
    }
    if (!this.#isNamed) await syncFolder(this.#folder)
    this.#isNamed = true
  }
}

/** So that the new file's name survives a power cut too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
