import type { ClockRule } from '@eduduty/core/packs'
import type { Working } from '../acting.ts'
import type { ChildState } from '../store/child-row.ts'
import { startVisitTime, visitorOf } from '../store/visit-clock.ts'

/** The time until the next visit begins on a day; nothing where the pack sets none, or nobody is there to visit. */
export async function nextVisit(
  { ctx, key, copies, own }: Working,
  rule: ClockRule | undefined,
  on: string,
  reason: string,
): Promise<ChildState> {
  const visitor = visitorOf(copies)
  if (rule === undefined || visitor === undefined) return {}
  return startVisitTime(ctx, key, own, { rule, path: visitor.org_path, startedOn: on, reason })
}
