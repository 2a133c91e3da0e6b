import { AppError } from '../../platform/errors/app-error.ts'

interface Limits {
  readonly parallel: number
  /** How many may wait; the next one is refused with `request.busy`. */
  readonly waiting: number
}

/** Does a few things at a time, the others in the order they came. */
export function createQueue({ parallel, waiting }: Limits): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= parallel) {
      if (queue.length >= waiting) throw new AppError('request.busy', { retry_after: 5 })
      await new Promise<void>((go) => queue.push(go))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      // The place is handed on: who waits longest has it.
      if (next === undefined) running -= 1
      else next()
    }
  }
}
