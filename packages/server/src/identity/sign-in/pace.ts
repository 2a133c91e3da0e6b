/** Slows whoever guesses at many accounts: what is counted is refilled little by little. */
export interface Pace {
  /** Takes one try; 0 when it may be made, else how many seconds to wait. */
  take(key: string): number
  /** A try that succeeded does not count. */
  giveBack(key: string): void
}

interface Bucket {
  left: number
  at: number
}

export interface PaceLimits {
  /** Tries that may be made at once. */
  readonly burst: number
  readonly secondsForOne: number
  /** Keys kept in memory; the one not used for longest goes first. */
  readonly keys: number
}

export function createPace(clock: () => Date, { burst, secondsForOne, keys }: PaceLimits): Pace {
  const buckets = new Map<string, Bucket>()
  const bucketOf = (key: string): Bucket => {
    const now = clock().getTime() / 1000
    const known = buckets.get(key) ?? { left: burst, at: now }
    const left = Math.min(burst, known.left + Math.max(0, now - known.at) / secondsForOne)
    const bucket = { left, at: now }
    buckets.delete(key)
    buckets.set(key, bucket)
    const oldest = buckets.keys().next().value
    if (buckets.size > keys && oldest !== undefined) buckets.delete(oldest)
    return bucket
  }
  return {
    take(key) {
      const bucket = bucketOf(key)
      if (bucket.left < 1) return Math.ceil((1 - bucket.left) * secondsForOne)
      bucket.left -= 1
      return 0
    },
    giveBack(key) {
      const bucket = bucketOf(key)
      bucket.left = Math.min(burst, bucket.left + 1)
    },
  }
}
