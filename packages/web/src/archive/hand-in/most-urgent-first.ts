import type { NeedRow, NeedState } from '@eduduty/core/archive'

/** What the owner has to do something about comes before what waits for a reviewer. */
const order: Readonly<Record<NeedState, number>> = {
  weak: 0,
  missing: 1,
  expired: 1,
  unread: 2,
  ready: 3,
  waived: 3,
  spared: 3,
}

const NEVER = '9999'

/** Requested before not requested, the nearest day first; then sent back, then missing; otherwise as it came. */
export const mostUrgentFirst = (needs: readonly NeedRow[]): readonly NeedRow[] =>
  needs.toSorted(
    (one, other) =>
      Number(one.state === 'unread') - Number(other.state === 'unread') ||
      (one.requested_due ?? NEVER).localeCompare(other.requested_due ?? NEVER) ||
      order[one.state] - order[other.state],
  )
