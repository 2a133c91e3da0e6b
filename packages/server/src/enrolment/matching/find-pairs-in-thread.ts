import { Worker } from 'node:worker_threads'
import type { ProposedPair } from '@eduduty/core/enrolment'
import { AppError } from '../../platform/errors/app-error.ts'
import { workerEntry } from '../../platform/worker-entry.ts'
import type { FuzzyReply, FuzzyRequest } from './fuzzy-protocol.ts'

/** What is left over of a county of a million children fits; a thread that takes more has gone wrong. */
const HEAP_MB = 3_072
const MILLISECONDS = 30 * 60_000

/**
 * Looks for near rows in a thread of its own, so that pages go on being answered. Errors: `enrolment.match_failed`; what
 * went wrong is not told, for it may hold what somebody wrote in a cell.
 */
export async function findPairsInThread(request: FuzzyRequest): Promise<readonly ProposedPair[]> {
  const worker = new Worker(workerEntry(import.meta.url, './fuzzy-worker.ts'), {
    workerData: request,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  try {
    return (await replyOf(worker)).pairs
  } finally {
    await worker.terminate()
  }
}

function replyOf(worker: Worker): Promise<FuzzyReply> {
  return new Promise((resolve, reject) => {
    const refuse = (): void => reject(new AppError('enrolment.match_failed'))
    const timer = setTimeout(refuse, MILLISECONDS)
    worker.once('message', (reply: FuzzyReply) => {
      clearTimeout(timer)
      resolve(reply)
    })
    for (const event of ['error', 'exit'] as const)
      worker.once(event, () => {
        clearTimeout(timer)
        refuse()
      })
  })
}
