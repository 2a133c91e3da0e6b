import type { Door } from '../../platform/door.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { readWaiting } from '../texts/read-waiting.ts'
import { scrubFiles } from './scrub-files.ts'
import { sweepOrphans } from './sweep-orphans.ts'

export interface Scrubbing {
  /** Waits for the file under way. */
  stop(): Promise<void>
}

const minutes = 60 * 1000
const EVERY = 30 * minutes
/** A turn reads for so long, in the small hours of Beijing. */
const TURN = 10 * minutes
const FROM_HOUR = 1
const TO_HOUR = 5
const BEIJING = 8 * 60 * minutes

/** Reads texts that a former program left waiting, then every night some files anew. A turn that fails is told and tried again. */
export function startScrubbing(
  door: Door,
  files: FileStore,
  copies: FileStore | undefined,
  clock: () => Date,
  tell: (problem: unknown) => void,
): Scrubbing {
  let stopped = false
  let running: Promise<unknown> = readWaiting(door, files, () => stopped).catch(tell)
  const now = (): Date => (stopped ? new Date(8.64e15) : clock())
  const turn = (): void => {
    running = running
      .then(() => (isNight(clock()) && !stopped ? night(door, files, copies, now) : undefined))
      .catch(tell)
  }
  const timer = setInterval(turn, EVERY)
  timer.unref()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

async function night(door: Door, files: FileStore, copies: FileStore | undefined, now: () => Date): Promise<void> {
  await sweepOrphans(door, files, now())
  await scrubFiles(door, files, copies, { now, until: new Date(now().getTime() + TURN) })
}

function isNight(at: Date): boolean {
  const hour = new Date(at.getTime() + BEIJING).getUTCHours()
  return hour >= FROM_HOUR && hour < TO_HOUR
}
