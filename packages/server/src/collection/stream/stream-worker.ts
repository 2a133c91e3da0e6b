import { parentPort, workerData } from 'node:worker_threads'
import { readRoster } from './read-roster.ts'
import { BATCHES_AHEAD, type StreamReply } from './stream-protocol.ts'

let ahead = 0
let waiting: (() => void) | undefined
parentPort?.on('message', () => {
  ahead -= 1
  waiting?.()
  waiting = undefined
})

/** Lets the reading go on only so far ahead of the database. */
async function pass(): Promise<void> {
  while (ahead >= BATCHES_AHEAD) await new Promise<void>((resolve) => (waiting = resolve))
  ahead += 1
}

/** Entry of the thread that reads one roster. */
await readRoster(workerData, async (reply: StreamReply) => {
  if (reply.kind !== 'batch') return parentPort?.postMessage(reply)
  await pass()
  parentPort?.postMessage(reply, [reply.text.buffer])
})
