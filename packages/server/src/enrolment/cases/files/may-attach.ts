import { CASE_FILE_DAYS } from '@eduduty/core/enrolment'
import type { Casework } from '@eduduty/core/packs'
import type { Ctx } from '../../../platform/ctx.ts'
import type { StoredEvent } from '../store/event-row.ts'

const DAY = 86_400_000

/** Whether somebody may still add pictures to an event: to a visit of their own, not long after it was recorded. */
export function mayAttach(
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
  { steps }: Casework,
  event: StoredEvent,
): boolean {
  const counted = steps.some(({ id, counts }) => id === event.step && counts !== undefined)
  const age = now.getTime() - new Date(event.recorded_at).getTime()
  return counted && event.record_key !== null && event.person_id === actor.id && age < CASE_FILE_DAYS * DAY
}
