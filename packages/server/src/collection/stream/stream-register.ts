import { Worker } from 'node:worker_threads'
import type { Finding } from '@eduduty/core/collection'
import { STREAM_LIMITS } from '../../platform/workbooks/limits.ts'
import { workerEntry } from '../../platform/worker-entry.ts'
import type { FindingCount } from './kept-findings.ts'
import { readRoster } from './read-roster.ts'
import { type OpenedFile, type StreamReply, type StreamRequest, type StreamSummary, TAKEN } from './stream-protocol.ts'

export interface StreamProgress {
  /** Rows of the file read so far, and about how many there are. */
  readonly read: number
  readonly of: number
  /** Records handed over to the database. */
  readonly stored: number
}

export interface StreamOptions {
  readonly signal?: AbortSignal
  onProgress?(progress: StreamProgress): void
  /** No thread of its own: only for a file that the program has just made itself. */
  readonly onCallingThread?: boolean
}

/** Takes over what is read. Every call waits for the one before it. */
export interface RowSink {
  /** The file could be opened: records may follow. */
  begin(file: OpenedFile): Promise<void>
  add(text: Uint8Array, rows: number): Promise<void>
  /** All has been read; `summary.takenBack` names records that are refused after all. */
  finish(summary: StreamSummary): Promise<void>
}

export type StreamOutcome =
  | { readonly state: 'read'; readonly file: OpenedFile; readonly summary: StreamSummary }
  /** The file as a whole: nothing of it counts. */
  | { readonly state: 'refused'; readonly findings: readonly Finding[]; readonly counts: readonly FindingCount[] }
  | { readonly state: 'cancelled' }

/**
 * Reads one roster of any size in a thread of its own and hands its records to `sink` as COPY text. What the sink throws
 * is thrown; whatever the end, the thread is gone when this returns.
 */
export async function streamRegister(
  request: StreamRequest,
  sink: RowSink,
  { signal, onProgress, onCallingThread = false }: StreamOptions = {},
): Promise<StreamOutcome> {
  if (signal?.aborted === true) return { state: 'cancelled' }
  if (onCallingThread) return readHere(request, sink, onProgress)
  const worker = new Worker(workerEntry(import.meta.url, './stream-worker.ts'), {
    workerData: request,
    // The thread reads compiled code only, whatever its process was started with.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 96, stackSizeMb: 4 },
  })
  const replies = repliesOf(worker, signal)
  try {
    return await takeOver(worker, replies, sink, onProgress)
  } finally {
    replies.stop()
    await worker.terminate()
  }
}

async function takeOver(
  worker: Worker,
  replies: Replies,
  sink: RowSink,
  onProgress: StreamOptions['onProgress'],
): Promise<StreamOutcome> {
  const taking = new Taking(sink, onProgress)
  for (;;) {
    const reply = await replies.next()
    if (reply === 'cancelled' || (reply.kind === 'read' && replies.isCancelled())) return { state: 'cancelled' }
    const outcome = await taking.take(reply)
    if (outcome !== undefined) return outcome
    if (reply.kind === 'batch') worker.postMessage(TAKEN)
  }
}

async function readHere(
  request: StreamRequest,
  sink: RowSink,
  onProgress: StreamOptions['onProgress'],
): Promise<StreamOutcome> {
  const taking = new Taking(sink, onProgress)
  let outcome: StreamOutcome = { state: 'cancelled' }
  await readRoster(request, async (reply) => {
    outcome = (await taking.take(reply)) ?? outcome
  })
  return outcome
}

/** Hands what has been read to a sink, reply by reply; the last one is the outcome. */
class Taking {
  readonly #sink: RowSink
  readonly #onProgress: StreamOptions['onProgress']
  #file: OpenedFile | undefined
  #stored = 0

  constructor(sink: RowSink, onProgress: StreamOptions['onProgress']) {
    this.#sink = sink
    this.#onProgress = onProgress
  }

  async take(reply: StreamReply): Promise<StreamOutcome | undefined> {
    switch (reply.kind) {
      case 'opened':
        this.#file = reply.file
        await this.#sink.begin(reply.file)
        return undefined
      case 'batch':
        await this.#sink.add(reply.text, reply.rows)
        this.#stored += reply.rows
        this.#onProgress?.({
          read: reply.read,
          of: Math.max(reply.read, this.#file?.rows ?? 0),
          stored: this.#stored,
        })
        return undefined
      case 'read': {
        if (this.#file === undefined) throw new Error('rows were read before the file was opened')
        await this.#sink.finish(reply.summary)
        return { state: 'read', file: this.#file, summary: reply.summary }
      }
      case 'refused':
        return { state: 'refused', findings: reply.findings, counts: [] }
    }
  }
}

interface Replies {
  next(): Promise<StreamReply | 'cancelled'>
  isCancelled(): boolean
  stop(): void
}

/** Replies of the thread in turn. A thread that died of the file, or took too long, has refused it. */
function repliesOf(worker: Worker, signal: AbortSignal | undefined): Replies {
  const waiting: StreamReply[] = []
  let wake: (() => void) | undefined
  const come = (reply: StreamReply) => {
    waiting.push(reply)
    wake?.()
  }
  const refuse = (code: string, message: string) =>
    come({
      kind: 'refused',
      findings: [{ level: 'error', code, message, advice: '只保留名册一张表后另存为新的 .xlsx' }],
    })
  const onAbort = () => wake?.()
  worker.on('message', come)
  worker.on('error', (cause: Error & { code?: string }) =>
    cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? refuse('too_large', '表格太大，读取时超过内存上限')
      : refuse('broken_file', '文件读到一半出错，读不出表格'),
  )
  worker.on('exit', () => refuse('broken_file', '文件读到一半出错，读不出表格'))
  signal?.addEventListener('abort', onAbort)
  const seconds = STREAM_LIMITS.workerMilliseconds / 1000
  const timer = setTimeout(() => refuse('too_slow', `读取超过 ${seconds} 秒，已放弃`), STREAM_LIMITS.workerMilliseconds)
  return {
    async next() {
      for (;;) {
        if (signal?.aborted === true) return 'cancelled'
        const reply = waiting.shift()
        if (reply !== undefined) return reply
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    isCancelled: () => signal?.aborted === true,
    stop() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      worker.removeAllListeners()
      // A thread that is being ended may still report an error.
      worker.on('error', () => undefined)
    },
  }
}
