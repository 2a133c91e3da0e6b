/** Something that could not be done, and why. */
export interface Failure {
  readonly what: string
  readonly why: string
}

export interface Outcome {
  readonly done: number
  readonly failures: readonly Failure[]
}

/** Does one thing after the other; what is refused does not stop the rest. */
export async function eachInTurn<One extends { readonly what: string }>(
  all: readonly One[],
  act: (one: One) => Promise<number>,
  onProgress?: (finished: number) => void,
): Promise<Outcome> {
  let done = 0
  const failures: Failure[] = []
  for (const [at, one] of all.entries()) {
    try {
      done += await act(one)
    } catch (error) {
      failures.push({ what: one.what, why: error instanceof Error ? error.message : String(error) })
    }
    onProgress?.(at + 1)
  }
  return { done, failures }
}
