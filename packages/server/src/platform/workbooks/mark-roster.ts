import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Finding } from '@eduduty/core/collection'
import { workerEntry } from '../worker-entry.ts'
import type { MarkReply, MarkRequest } from './mark-worker.ts'

/** `markWorkbook` for a roster of any size, in a thread of its own. Gives why the file cannot be marked, if it cannot. */
export async function markRoster(
  path: string,
  findings: readonly Finding[],
  out: string,
  name: string,
): Promise<Finding | undefined> {
  const request: MarkRequest = { path, findings, out, name }
  const worker = new Worker(workerEntry(import.meta.url, './mark-worker.ts'), {
    workerData: request,
    // The thread reads compiled code only, whatever its process was started with.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 2048, stackSizeMb: 4 },
  })
  try {
    const [reply]: MarkReply[] = await once(worker, 'message')
    return reply?.refused
  } finally {
    await worker.terminate()
  }
}
