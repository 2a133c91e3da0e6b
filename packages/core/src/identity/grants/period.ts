/** From a date (included) to a date (not included); without `until` for good. Dates as `2026-11-25`. */
export interface Period {
  readonly since: string
  readonly until?: string | undefined
}

export function isInForce({ since, until }: Period, day: string): boolean {
  return since <= day && (until === undefined || day < until)
}

/** The time that both last; undefined when they never meet. */
export function intersect(one: Period, other: Period): Period | undefined {
  const since = one.since > other.since ? one.since : other.since
  const until = earlier(one.until, other.until)
  return until !== undefined && until <= since ? undefined : { since, until }
}

export function overlap(one: Period, other: Period): boolean {
  return intersect(one, other) !== undefined
}

/** Undefined is the end that never comes. */
function earlier(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one < other ? one : other
}
