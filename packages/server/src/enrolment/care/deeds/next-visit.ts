import type { ClockRule } from '@eduduty/core/packs'
import type { Working } from '../acting.ts'
import type { ChildState } from '../store/child-row.ts'
import { startVisitTime, stopVisitTime, visitorOf } from '../store/visit-clock.ts'

/** The time until the next visit begins on a day. Where nobody has said how often, or nobody is there to visit, none runs on. */
export async function nextVisit(
  { ctx, key, copies, own }: Working,
  rule: ClockRule | undefined,
  on: string,
  reason: string,
): Promise<ChildState> {
  const visitor = visitorOf(copies)
  if (rule === undefined || visitor === undefined) {
    await stopVisitTime(ctx, key, own, reason)
    return { clock_id: null, visit_due_on: null }
  }
  return startVisitTime(ctx, key, own, { rule, path: visitor.org_path, startedOn: on, reason })
}
