import type { Door } from '../../platform/door.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { readWaiting } from './read-waiting.ts'

/** Reads texts behind everybody's back: whoever uploads does not wait for it. */
export interface TextReading {
  /** Something may wait; whatever is under way goes on to it. */
  start(): void
  /** Ends when nothing is under way. */
  settled(): Promise<void>
}

export function openTextReading(door: Door, files: FileStore, tell: (problem: unknown) => void): TextReading {
  let running: Promise<unknown> = Promise.resolve()
  let queued = false
  return {
    start() {
      if (queued) return
      queued = true
      running = running
        .then(() => {
          queued = false
          return readWaiting(door, files)
        })
        .catch(tell)
    },
    async settled() {
      await running
    },
  }
}
