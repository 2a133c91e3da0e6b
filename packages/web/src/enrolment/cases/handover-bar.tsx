import { chinaMinute } from '@eduduty/core/calendar'
import { type HandoverView, handoverStateTitles } from '@eduduty/core/enrolment'
import type { ReactNode } from 'react'
import { HandoverAnswer } from './handover-answer.tsx'
import { caseMessages } from './messages.ts'

const says = caseMessages.handovers

/** The last handing over of the case: waiting, taken, or sent back with what was said. */
export function HandoverBar({ handover }: { handover: HandoverView | undefined }): ReactNode {
  if (handover === undefined) return null
  const { state, from_name: from, to_name: to, reason, answer, answered_by: by, answered_at: at } = handover
  return (
    <div className="note case-handover">
      <span>
        <strong className="before">{handoverStateTitles[state]}</strong>
        {says.way(from, to)}
        <span className="apart">{reason}</span>
        <span className="apart muted">{says.offered(handover.offered_by, chinaMinute(handover.offered_at))}</span>
        {at !== undefined && (
          <span className="apart">
            {answer} <span className="muted">{says.answered(by, chinaMinute(at))}</span>
          </span>
        )}
      </span>
      <HandoverAnswer handover={handover} />
    </div>
  )
}
