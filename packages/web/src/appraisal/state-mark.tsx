import { type AppraisalState, appraisalStates } from '@eduduty/core/appraisal'
import type { ReactNode } from 'react'
import { StateShape } from '../platform/theme/state-mark.tsx'

/** Each state with a shape of its own: a pen, an arrow up, two rings, a draft, a sheet, a flag, a seal. */
function Shape({ state }: { state: AppraisalState }): ReactNode {
  switch (state) {
    case 'self_rating':
      return <path d="M3 13l1-3.5L11 2.5l2.5 2.5L6.5 12z" className="light-line" />
    case 'self_reported':
      return <path d="M8 13.5V3M3.8 7L8 2.8 12.2 7" className="light-line" />
    case 'rating':
      return (
        <>
          <circle cx="5.6" cy="8" r="4" className="light-line" />
          <circle cx="10.4" cy="8" r="4" className="light-line" />
        </>
      )
    case 'concluded':
      return <path d="M3 8.3l3.4 3.4L13 4.6" className="light-line" />
    case 'publicity':
      return <path d="M3 2.5h10v11H3zM5.5 6h5M5.5 9h5" className="light-line" />
    case 'appealed':
      return <path d="M4 14V2.5h8.5L10 6l2.5 3.5H4" className="light-line" />
    case 'published':
      return (
        <>
          <circle cx="8" cy="8" r="7" className="light-line" />
          <path d="M4.6 8.3l2.4 2.3 4.4-4.9" className="light-line" />
        </>
      )
    case 'cancelled':
      return <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" className="light-line" />
  }
}

/** Shape and word of an appraisal's state. */
export function AppraisalMark({ state }: { state: AppraisalState }): ReactNode {
  return (
    <StateShape tone={`appraisal-state-${state}`} word={appraisalStates[state]}>
      <Shape state={state} />
    </StateShape>
  )
}
