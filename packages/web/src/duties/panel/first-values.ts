import { dayOf } from '@eduduty/core/calendar'
import type { TaskDeed, TaskDeedBody, TaskView } from '@eduduty/core/duties'

/** What a dialog offers to begin with: for a letter of supervision the day that the county's rule gives, all of it to be changed. */
export function firstValues(
  { answer_offer: offer, row }: Pick<TaskView, 'answer_offer' | 'row'>,
  deed: TaskDeed,
  now: Date,
): Partial<TaskDeedBody> {
  const offered = offer === undefined ? {} : { due_on: offer }
  switch (deed) {
    case 'supervise':
    case 'supervise_again':
      return offered
    case 'transfer': {
      const { is_supervised: isSupervised, answer_by: answerBy = '' } = row
      if (!isSupervised) return {}
      return answerBy >= dayOf(now) ? { due_on: answerBy } : offered
    }
    default:
      return {}
  }
}
