import { Worker } from 'node:worker_threads'
import { workerEntry } from '../../platform/worker-entry.ts'
import type { AssessReply, AssessRequest } from './assess-protocol.ts'

const HEAP_MB = 2_048

/** Evaluates a folder of the demo in a thread of its own, so that pages go on being answered. */
export async function assessInThread(request: AssessRequest): Promise<AssessReply> {
  const worker = new Worker(workerEntry(import.meta.url, './assess-worker.ts'), {
    workerData: request,
    // The thread reads compiled code only, whatever its process was started with.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  try {
    return await replyOf(worker)
  } finally {
    await worker.terminate()
  }
}

function replyOf(worker: Worker): Promise<AssessReply> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread that evaluates the demo ended with ${code}`)))
  })
}
