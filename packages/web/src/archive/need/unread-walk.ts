import type { NeedRow } from '@eduduty/core/archive'

/** A paper under a need. */
export interface Place {
  readonly need: string
  readonly paper: string
}

/** Papers that nobody has reviewed and that may be opened, in the order of the list. */
export const unreadPlaces = (needs: readonly NeedRow[]): readonly Place[] =>
  needs.flatMap(({ need, papers }) =>
    papers
      .filter(({ verdict, is_visible: isVisible }) => verdict === undefined && isVisible)
      .map(({ paper }) => ({ need, paper })),
  )

/**
 * Where a reviewer goes on from the paper that was just judged: to the next of the same unit, from its last back to its
 * first; to other units only where the list is not of one unit. Undefined: nothing is left.
 */
export function nextToReview(needs: readonly NeedRow[], at: Place, isOfOneUnit: boolean): Place | undefined {
  const unit = needs.find(({ need }) => need === at.need)?.unit
  const rest = unreadPlaces(needs).filter((one) => one.need !== at.need || one.paper !== at.paper)
  const own = needs.filter((one) => one.unit === unit)
  const ofUnit = rest.filter(({ need }) => own.some((one) => one.need === need))
  const [first] = ofUnit
  if (first !== undefined) return stepUnread(own, at, 1) ?? first
  return isOfOneUnit ? undefined : stepUnread(needs, at, 1)
}

/**
 * The unread paper after or before the place that is open. One that was just reviewed is unread no more: `needs` still
 * has its place, from which the way goes on. Undefined at the end.
 */
export function stepUnread(needs: readonly NeedRow[], at: Partial<Place>, by: 1 | -1): Place | undefined {
  const rows = needs.flatMap(({ need, papers }) => papers.map(({ paper }) => ({ need, paper })))
  const unread = unreadPlaces(needs)
  const order = ({ need, paper }: Partial<Place>): number =>
    rows.findIndex((one) => one.need === need && (paper === undefined || one.paper === paper))
  const from = order(at)
  // Nothing of the open need is in the list: the walk begins at its end.
  if (from < 0) return by === 1 ? unread[0] : unread.at(-1)
  const isBeyond = (one: Place): boolean =>
    (order(one) - from) * by > 0 || (at.paper === undefined && order(one) === from)
  const beyond = unread.filter(isBeyond)
  return by === 1 ? beyond[0] : beyond.at(-1)
}
