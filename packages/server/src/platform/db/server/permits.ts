import { AppError } from '../../errors/app-error.ts'

export interface Permits {
  /** Waits for one of the permits, first come first served. Errors: `request.busy` after `patience` milliseconds. */
  take(): Promise<void>
  giveBack(): void
}

/** So many callers at once, and no more. */
export function createPermits(count: number, patience: number): Permits {
  const waiting: { readonly go: () => void; readonly timer: NodeJS.Timeout }[] = []
  let free = count
  return {
    async take() {
      if (free > 0) {
        free -= 1
        return
      }
      await new Promise<void>((resolve, reject) => {
        const giveUp = (): void => {
          waiting.splice(waiting.indexOf(entry), 1)
          reject(new AppError('request.busy'))
        }
        const entry = { go: resolve, timer: setTimeout(giveUp, patience) }
        waiting.push(entry)
      })
    },
    giveBack() {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else {
        clearTimeout(next.timer)
        next.go()
      }
    },
  }
}
