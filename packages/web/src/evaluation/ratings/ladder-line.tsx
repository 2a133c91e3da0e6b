import type { RatingView } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { BasisLine } from '../../platform/theme/basis.tsx'
import { evaluationMessages } from '../messages.ts'

const says = evaluationMessages.ratings

/** Full points, what each grade takes, and where that comes from. */
export function LadderLine({ rating }: { rating: RatingView }): ReactNode {
  return (
    <dl className="facts">
      <div>
        <dt>{says.full}</dt>
        <dd className="number">{rating.full}</dd>
      </div>
      <div>
        <dt>{says.ladder}</dt>
        <dd>
          {rating.ladder.map(({ title, when }) => (
            <span key={title} className="rung">
              <strong>{title}</strong> <span className="muted">{when ?? says.rest}</span>
              {title === rating.met && <span className="muted">（{says.passLine}）</span>}
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{says.basis}</dt>
        <dd>
          <BasisLine basis={rating.basis} verified={rating.verified} />
        </dd>
      </div>
    </dl>
  )
}
