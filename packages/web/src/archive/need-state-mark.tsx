import { type NeedState, needStateTitles } from '@eduduty/core/archive'
import type { ReactNode } from 'react'
import { StateShape } from '../platform/theme/state-mark.tsx'

/** Seven states, each with a shape of its own. */
function Shape({ state }: { state: NeedState }): ReactNode {
  switch (state) {
    case 'missing':
      return <rect x="2.2" y="2.2" width="11.6" height="11.6" className="light-dashed" />
    case 'unread':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" className="light-line" />
          <path d="M8 4.6V8l2.4 1.8" className="light-line" />
        </>
      )
    case 'weak':
      return <path d="M4 4l8 8M12 4l-8 8" className="light-line" />
    case 'expired':
      return (
        <path
          d="M3.5 2.2h9M3.5 13.8h9M4.6 2.2c0 3 6.8 8.6 6.8 11.6M11.4 2.2c0 3-6.8 8.6-6.8 11.6"
          className="light-line"
        />
      )
    case 'ready':
      return (
        <>
          <circle cx="8" cy="8" r="7" className="light-fill" />
          <path d="M4.8 8.3l2.3 2.3 4.2-4.6" className="light-on-fill" />
        </>
      )
    case 'waived':
      return <path d="M3 8h10" className="light-line" />
    case 'spared':
      return <path d="M3 6h10M3 10h10" className="light-line" />
  }
}

/** Shape and word of how a required material stands. */
export function NeedStateMark({ state }: { state: NeedState }): ReactNode {
  return (
    <StateShape tone={`archive-state-${state}`} word={needStateTitles[state]}>
      <Shape state={state} />
    </StateShape>
  )
}
