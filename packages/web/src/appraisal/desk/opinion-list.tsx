import { type AppraisalDetail, type AppraisalItemView, isSeat, seatTitles } from '@eduduty/core/appraisal'
import type { ReactNode } from 'react'
import { givenText } from '../given-text.ts'
import { appraisalMessages } from '../messages.ts'

const says = appraisalMessages.panel

/** What raters gave as far as it may be seen, and what was verified. */
export function OpinionList({ detail, item }: { detail: AppraisalDetail; item: AppraisalItemView }): ReactNode {
  const { opinions, verified } = item
  const seen = opinions.filter(({ is_mine: mine }) => !(mine && item.may_rate))
  const waits = detail.entry.state === 'rating' && detail.assignments.length > 0 && item.settlement === undefined
  if (seen.length === 0 && verified === undefined && !waits) return null
  return (
    <section className="appraisal-part">
      <h3>{says.opinions}</h3>
      {waits && <p className="muted">{says.opinionsHidden}</p>}
      <dl className="facts">
        {seen.map((one) => (
          <div key={one.seat}>
            <dt>{isSeat(one.seat) ? seatTitles[one.seat] : one.seat}</dt>
            <dd>
              <strong>{givenText(item, one)}</strong> <span className="muted">{one.rater}</span>
              <div className="appraisal-text">{one.grounds}</div>
            </dd>
          </div>
        ))}
        {verified !== undefined && (
          <div>
            <dt>{says.verified}</dt>
            <dd>
              <strong>{givenText(item, verified)}</strong>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
