import { type PledgeState, pledgeStateTitles } from '@eduduty/core/duties'
import type { State } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { Light } from '../../platform/theme/light.tsx'

const shapes: Readonly<Record<PledgeState, State>> = {
  none: 'not_applicable',
  made: 'undecided',
  signed: 'met',
  stale: 'unmet',
}

export function PledgeStateMark({ state }: { state: PledgeState }): ReactNode {
  return <Light state={shapes[state]} word={pledgeStateTitles[state]} />
}
