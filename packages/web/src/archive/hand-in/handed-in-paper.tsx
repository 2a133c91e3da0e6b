import type { NeedPaper, NeedRow } from '@eduduty/core/archive'
import type { ReactNode } from 'react'
import { TakeBack } from '../paper/take-back.tsx'

interface HandedInProps {
  readonly county: string
  readonly need: NeedRow
  readonly one: NeedPaper
}

/** A paper that was handed in; until it is found sufficient, it may be replaced or taken back here. */
export function HandedInPaper({ county, need, one }: HandedInProps): ReactNode {
  const { title, verdict, reason, is_visible: isVisible, unit_name: unit } = one
  const isOwn = isVisible && unit === need.unit_name
  return (
    <div className="archive-handed-in">
      <span>
        {title}
        {verdict === 'insufficient' && <span className="wrong apart">{reason}</span>}
      </span>
      {verdict !== 'sufficient' && isOwn && <TakeBack county={county} paper={one.paper} />}
    </div>
  )
}
