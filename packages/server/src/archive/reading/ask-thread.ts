import { Worker } from 'node:worker_threads'
import { workerEntry } from '../../platform/worker-entry.ts'
import { MediaRefused } from './media-refused.ts'
import type { ReadingJob, ReadingResults } from './reading-protocol.ts'

type Kind = ReadingJob['kind']
type Reply<K extends Kind> = { readonly result: ReadingResults[K] } | { readonly refused: string }

/** What one file may cost, in milliseconds. */
const limits: Readonly<Record<Kind, number>> = {
  media: 20_000,
  text: 60_000,
  preview: 20_000,
  unpack: 120_000,
  pages: 60_000,
  setting: 300_000,
  font: 20_000,
}
const HEAP_MB = 512
const TOO_LARGE = '读取时超过内存上限：请压缩图片或拆成几个文件后再上传'
const BROKEN = '文件已损坏或没有传完：请重新打开、另存后再上传'
const tooSlow = (milliseconds: number): string =>
  `读取超过 ${Math.round(milliseconds / 1000)} 秒，已放弃：请拆成几个文件后再上传`
/** A thread that nobody has asked for so long gives its memory back. */
const IDLE = 30_000

interface Lane {
  worker: Worker | undefined
  queue: Promise<unknown>
  idle: NodeJS.Timeout | undefined
}

/** A slow text keeps nobody from uploading, and a preview waits for neither. */
const lane = (): Lane => ({ worker: undefined, queue: Promise.resolve(), idle: undefined })
const binding = lane()
const lanes: Readonly<Record<Kind, Lane>> = {
  media: lane(),
  unpack: lane(),
  text: lane(),
  preview: lane(),
  // One volume is bound at a time.
  pages: binding,
  setting: binding,
  font: binding,
}

/**
 * Has a file looked at in a thread of bounded memory and time, one after the other for each kind of work. Throws
 * MediaRefused, saying what is wrong with the file.
 */
export function askThread<K extends Kind>(job: ReadingJob & { readonly kind: K }): Promise<ReadingResults[K]> {
  const own = lanes[job.kind]
  const result = own.queue.then(() => ask<K>(own, job, limits[job.kind]))
  own.queue = result.catch(() => undefined)
  return result
}

async function ask<K extends Kind>(lane: Lane, job: ReadingJob, milliseconds: number): Promise<ReadingResults[K]> {
  clearTimeout(lane.idle)
  const worker = lane.worker ?? startWorker()
  lane.worker = worker
  const reply = await replyOf<K>(worker, job, milliseconds)
  if ('died' in reply) {
    lane.worker = undefined
    await worker.terminate()
    throw new MediaRefused(reply.died)
  }
  lane.idle = setTimeout(() => {
    lane.worker = undefined
    void worker.terminate()
  }, IDLE)
  lane.idle.unref()
  if ('refused' in reply) throw new MediaRefused(reply.refused)
  return reply.result
}

function startWorker(): Worker {
  const worker = new Worker(workerEntry(import.meta.url, './reading-worker.ts'), {
    // The thread reads compiled code only, whatever its process was started with.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  })
  worker.unref()
  return worker
}

function replyOf<K extends Kind>(
  worker: Worker,
  job: ReadingJob,
  milliseconds: number,
): Promise<Reply<K> | { readonly died: string }> {
  return new Promise((resolve) => {
    const settle = (reply: Reply<K> | { readonly died: string }): void => {
      clearTimeout(timer)
      worker.off('message', settle)
      worker.off('error', onError)
      worker.off('exit', onExit)
      worker.unref()
      resolve(reply)
    }
    const onError = (cause: Error & { code?: string }): void =>
      settle({ died: cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : BROKEN })
    const onExit = (): void => settle({ died: BROKEN })
    const timer = setTimeout(() => settle({ died: tooSlow(milliseconds) }), milliseconds)
    worker.ref()
    worker.on('message', settle)
    worker.on('error', onError)
    worker.on('exit', onExit)
    worker.postMessage({ job })
  })
}
