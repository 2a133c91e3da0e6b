import type { State } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { Light } from '../platform/theme/light.tsx'
import type { FindingView } from './finding-row.ts'
import { collectionMessages } from './messages.ts'

/** Level of a finding with the shapes of the lights: only a refusal is red. */
export function LevelMark(props: { level: FindingView['level'] }): ReactNode {
  return <Light state={shapeOf(props.level)} word={collectionMessages.level[props.level]} />
}

function shapeOf(level: FindingView['level']): State {
  switch (level) {
    case 'error':
      return 'unmet'
    case 'check':
      return 'undecided'
    case 'repair':
      return 'met'
    case 'note':
      return 'not_applicable'
  }
}
