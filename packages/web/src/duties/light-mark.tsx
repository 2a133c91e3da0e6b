import type { Light as TaskLight } from '@eduduty/core/duties'
import type { State } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { Light } from '../platform/theme/light.tsx'
import { dutyMessages } from './messages.ts'

const shapes: Readonly<Record<TaskLight, State>> = {
  green: 'met',
  yellow: 'undecided',
  red: 'unmet',
  none: 'not_applicable',
}

/** The light of a task: the shapes of the evaluation, in the words of supervision. */
export function LightMark({ light }: { light: TaskLight }): ReactNode {
  return <Light state={shapes[light]} word={dutyMessages.lightTitles[light]} />
}
