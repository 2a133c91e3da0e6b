import { Worker } from 'node:worker_threads'
import { AppError } from '../../platform/errors/app-error.ts'
import { workerEntry } from '../../platform/worker-entry.ts'
import type { CheckedReport, CheckReply, CheckRequest } from './check-protocol.ts'
import { takeTurn } from './take-turn.ts'

/** What checking one report may cost before it is refused. A report of a thousand pages stays far below. */
export interface CheckLimits {
  readonly milliseconds: number
  readonly heapMb: number
}

const LIMITS: CheckLimits = { milliseconds: 60_000, heapMb: 512 }

/**
 * Reads and checks a report in a thread of its own, so that others are answered meanwhile. `name` is what the file is
 * called by; nobody waits any more when `signal` is aborted. Errors: `claims.unreadable`, `claims.busy`, `claims.left`.
 */
export async function checkInThread(
  request: CheckRequest,
  name: string,
  signal?: AbortSignal,
  limits: CheckLimits = LIMITS,
): Promise<CheckedReport> {
  const giveBack = await takeTurn()
  const worker = new Worker(workerEntry(import.meta.url, './check-worker.ts'), {
    workerData: request,
    // The thread reads compiled code only, whatever its process was started with.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  })
  try {
    const reply = await replyOf(worker, limits, signal)
    if ('refused' in reply) throw new AppError('claims.unreadable', { name, reason: reply.refused })
    return reply.checked
  } finally {
    await worker.terminate()
    giveBack()
  }
}

function replyOf(worker: Worker, { milliseconds }: CheckLimits, signal: AbortSignal | undefined): Promise<CheckReply> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(new AppError('claims.left'))
    const timer = setTimeout(
      () => resolve({ refused: `读取和核对超过 ${Math.round(milliseconds / 1000)} 秒，已放弃，请拆成几份` }),
      milliseconds,
    )
    const end = (settle: () => void) => () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
      settle()
    }
    worker.once('message', (reply: CheckReply) => end(() => resolve(reply))())
    worker.once('error', (cause: Error & { code?: string }) => {
      const isTooLarge = cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
      const refused = isTooLarge
        ? '内容太多，读取时超过内存上限，请删去附件和长表，或拆成几份'
        : '文件读到一半出错，请用 WPS 或 Word 打开后另存为新的 .docx'
      end(() => resolve({ refused }))()
    })
    worker.once(
      'exit',
      end(() => resolve({ refused: '文件读到一半出错，请另存为新的 .docx' })),
    )
    if (signal?.aborted === true) leave()
    signal?.addEventListener('abort', leave, { once: true })
  })
}
