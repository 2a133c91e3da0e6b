import { AppError } from '../../platform/errors/app-error.ts'

/** Reports checked at once, and those that may wait: each takes a processor and some hundred megabytes. */
const AT_ONCE = 2
const WAITING = 12

let running = 0
const queue: (() => void)[] = []

/** Waits until a report may be checked; what it gives ends the turn. Errors: `claims.busy`. */
export async function takeTurn(): Promise<() => void> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new AppError('claims.busy')
    await new Promise<void>((resolve) => queue.push(resolve))
  } else running += 1
  return () => {
    // The turn goes on to whoever waits longest.
    const next = queue.shift()
    if (next === undefined) running -= 1
    else next()
  }
}
