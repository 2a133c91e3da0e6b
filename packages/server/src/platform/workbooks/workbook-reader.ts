import { Worker } from 'node:worker_threads'
import type { Finding, Sheet } from '@eduduty/core/collection'
import { workerEntry } from '../worker-entry.ts'
import { LIMITS } from './limits.ts'
import { unpackSheet } from './packed-sheets.ts'
import type { WorkbookType } from './read-bytes.ts'
import type { WorkbookReply } from './worker-protocol.ts'

interface FileIdentity {
  /** Of the bytes as read; empty when the file could not be read at all. */
  readonly sha256: string
  readonly bytes: number
}

export type WorkbookRead =
  | (FileIdentity & { readonly type: WorkbookType; readonly sheets: readonly Sheet[]; readonly refused?: undefined })
  | (FileIdentity & { readonly refused: Finding })

/** Reads workbooks in one thread of its own, reused from file to file and replaced when a file kills it. */
export interface WorkbookReader {
  /** One file at a time; `name` is what findings and the sheet of a csv file are called by. Never throws for a bad file. */
  read(path: string, name: string): Promise<WorkbookRead>
  close(): Promise<void>
}

interface ReaderSettings {
  readonly milliseconds?: number
  readonly heapMb?: number
}

export function openWorkbookReader(settings: ReaderSettings = {}): WorkbookReader {
  let worker: Worker | undefined
  let id = 0
  let queue: Promise<unknown> = Promise.resolve()
  const startWorker = () => {
    const limits = {
      maxOldGenerationSizeMb: settings.heapMb ?? LIMITS.workerHeapMb,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    }
    const started = new Worker(workerEntry(import.meta.url, './workbook-worker.ts'), { resourceLimits: limits })
    started.unref()
    return started
  }
  const ask = async (path: string, name: string): Promise<WorkbookRead> => {
    worker ??= startWorker()
    id += 1
    const reply = await exchange(worker, { id, path, name }, settings.milliseconds ?? LIMITS.workerMilliseconds)
    if ('died' in reply) {
      await worker.terminate()
      worker = undefined
      return { sha256: '', bytes: 0, refused: reply.died }
    }
    return reply.refused === undefined ? { ...reply, sheets: reply.sheets.map(unpackSheet) } : reply
  }
  return {
    read(path, name) {
      const result = queue.then(() => ask(path, name))
      queue = result.catch(() => undefined)
      return result
    },
    async close() {
      await queue
      await worker?.terminate()
      worker = undefined
    },
  }
}

type Reply = WorkbookReply | { readonly died: Finding }

function exchange(
  worker: Worker,
  request: { id: number; path: string; name: string },
  milliseconds: number,
): Promise<Reply> {
  return new Promise((resolve) => {
    const finish = (reply: Reply) => {
      clearTimeout(timer)
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
      worker.unref()
      resolve(reply)
    }
    const refuse = (code: string, message: string) =>
      finish({
        died: { level: 'error', code, message, advice: '只保留填报的表，删去空行空列和图片后另存为新的 .xlsx' },
      })
    const onMessage = (reply: WorkbookReply) => finish(reply)
    const onError = (cause: Error & { code?: string }) =>
      cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? refuse('too_large', '表格太大，读取时超过内存上限')
        : refuse('broken_file', '文件读到一半出错，读不出表格')
    const onExit = () => refuse('broken_file', '文件读到一半出错，读不出表格')
    const timer = setTimeout(
      () => refuse('too_slow', `读取超过 ${Math.round(milliseconds / 1000)} 秒，已放弃`),
      milliseconds,
    )
    worker.ref()
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
    worker.postMessage(request)
  })
}
