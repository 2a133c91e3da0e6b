import { type AnswerState, answerStateTitles, type Outcome, outcomeTitles } from '@eduduty/core/duties'
import type { State } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { Light } from '../../platform/theme/light.tsx'

const outcomes: Readonly<Record<Outcome, State>> = {
  done: 'met',
  underway: 'undecided',
  late: 'unmet',
  open: 'not_applicable',
}

const answers: Readonly<Record<AnswerState, State>> = {
  answered: 'met',
  waiting: 'undecided',
  late: 'unmet',
  answered_late: 'unmet',
}

/** What became of a decision or a promise, in shape and word. */
export function OutcomeMark({ outcome }: { outcome: Outcome }): ReactNode {
  return <Light state={outcomes[outcome]} word={outcomeTitles[outcome]} />
}

export function AnswerMark({ state }: { state: AnswerState }): ReactNode {
  return <Light state={answers[state]} word={answerStateTitles[state]} />
}
