import type { AnswerState } from './record-contracts.ts'

export interface AnswerFacts {
  /** Absent where the calendar of a year is missing: then nothing is said to be late. */
  readonly dueOn: string | undefined
  readonly answeredOn: string | undefined
}

/** Whether a proposal is answered, and in time. */
export function answerStateOf({ dueOn, answeredOn }: AnswerFacts, today: string): AnswerState {
  if (answeredOn !== undefined) return dueOn !== undefined && answeredOn > dueOn ? 'answered_late' : 'answered'
  return dueOn !== undefined && today > dueOn ? 'late' : 'waiting'
}

export const answerStateTitles: Readonly<Record<AnswerState, string>> = {
  waiting: '待答复',
  late: '逾期未答复',
  answered: '按期答复',
  answered_late: '逾期答复',
}
