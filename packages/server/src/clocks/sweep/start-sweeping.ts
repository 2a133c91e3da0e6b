import type { Door } from '../../platform/door.ts'
import { sweepClocks } from './sweep-clocks.ts'

export interface Sweeping {
  /** Waits for a sweep under way. */
  stop(): Promise<void>
}

const every = 10 * 60 * 1000

/** Sweeps now and every ten minutes. A sweep that fails is told and tried again at the next turn. */
export function startSweeping(door: Door, clock: () => Date, tell: (problem: unknown) => void): Sweeping {
  let running: Promise<unknown> = Promise.resolve()
  const turn = (): void => {
    running = running.then(() => sweepClocks(door, clock())).catch(tell)
  }
  turn()
  const timer = setInterval(turn, every)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
