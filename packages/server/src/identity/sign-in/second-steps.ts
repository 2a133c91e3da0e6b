/** Whoever has given the right password and is asked for the code. */
export interface SecondSteps {
  /** `leftOpen` is called unless somebody answers from the same place in time. */
  asked(key: string, leftOpen: () => Promise<void>): void
  /** The try goes on with a code: it leaves its own event. */
  answered(key: string): void
  /** The house closes: nobody will answer any more. */
  close(): Promise<void>
}

interface Waiting {
  readonly timer: NodeJS.Timeout
  readonly leftOpen: () => Promise<void>
}

const patience = 3 * 60_000

/** So that signing in with a code is one event, and a password that was right without its code is one too. */
export function createSecondSteps(milliseconds = patience): SecondSteps {
  const waiting = new Map<string, Waiting>()
  const giveUp = async (key: string): Promise<void> => {
    const found = take(key)
    // What the log could not take up now, it could not have taken up then.
    await found?.leftOpen().catch(() => undefined)
  }
  const take = (key: string): Waiting | undefined => {
    const found = waiting.get(key)
    clearTimeout(found?.timer)
    waiting.delete(key)
    return found
  }
  return {
    asked(key, leftOpen) {
      take(key)
      const timer = setTimeout(() => void giveUp(key), milliseconds).unref()
      waiting.set(key, { timer, leftOpen })
    },
    answered: (key) => void take(key),
    async close() {
      for (const key of [...waiting.keys()]) await giveUp(key)
    },
  }
}
