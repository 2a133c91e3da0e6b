import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../platform/errors/app-error.ts'

const pauseMilliseconds = 200

/**
 * Opens what another program may still hold, trying again for so many seconds.
 * @throws AppError `database.locked` when it is held all the time; whatever else `open` throws at once
 */
export async function whenFree<Opened>(open: () => Promise<Opened>, seconds: number): Promise<Opened> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    try {
      return await open()
    } catch (error) {
      const isHeld = error instanceof AppError && error.code === 'database.locked'
      if (!isHeld || performance.now() >= end) throw error
    }
    await pause(pauseMilliseconds)
  }
}
