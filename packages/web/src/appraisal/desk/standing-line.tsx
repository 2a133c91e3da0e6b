import { type AppraisalDetail, appraisalHolders } from '@eduduty/core/appraisal'
import { Steps } from 'antd'
import type { ReactNode } from 'react'
import { BasisLine } from '../../platform/theme/basis.tsx'
import { appraisalMessages } from '../messages.ts'
import { AppraisalMark } from '../state-mark.tsx'

const says = appraisalMessages.detail

const stepOf = {
  self_rating: 0,
  self_reported: 1,
  rating: 1,
  concluded: 2,
  publicity: 3,
  appealed: 3,
  published: 5,
  cancelled: 0,
} as const

/** Where it stands, who has it, till when; and the rules of the pack and of this appraisal. */
export function StandingLine({ detail }: { detail: AppraisalDetail }): ReactNode {
  const { entry, rating } = detail
  const { state, holder } = entry
  const over = state === 'published' || state === 'cancelled'
  const now = over ? '' : says.now(appraisalHolders[holder.side], holder.until)
  return (
    <>
      <div className="appraisal-now">
        <Steps size="small" current={stepOf[state]} items={says.steps.map((title) => ({ title }))} />
        <span>
          <AppraisalMark state={state} /> <span className="muted">{now}</span>
        </span>
      </div>
      <dl className="appraisal-stats">
        {rating !== undefined && (
          <div>
            <dt>{says.ladder}</dt>
            <dd>
              {rating.ladder.map(({ title, when }) => (
                <span key={title} className="apart">
                  {title} <span className="muted">{when ?? says.rest}</span>
                </span>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>{says.tolerance}</dt>
          <dd>{says.toleranceText(detail.tolerance_percent)}</dd>
        </div>
        <div>
          <dt>{says.windows}</dt>
          <dd>
            {says.windowsText(entry.self_until, entry.rate_until)}{' '}
            <span className="muted">{says.publicity(detail.publicity_days, detail.appeal_days)}</span>
          </dd>
        </div>
        {rating !== undefined && (
          <div>
            <dt>{says.basis}</dt>
            <dd>
              <BasisLine basis={rating.basis} verified={rating.verified} />
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}
