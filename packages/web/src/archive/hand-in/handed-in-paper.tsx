import type { NeedPaper, NeedRow } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { paperQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { offers } from '../offers.ts'
import { ReplaceButton } from '../paper/replace-button.tsx'
import { WithdrawDialog } from '../paper/withdraw-dialog.tsx'

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

function TakeBack({ county, paper }: { county: string; paper: string }): ReactNode {
  const [open, setOpen] = useState(false)
  const { data: view } = useQuery(paperQuery(county, paper))
  if (view === undefined) return null
  return (
    <span className="archive-owed-back">
      {offers(view.deeds, 'replace') && <ReplaceButton county={county} paper={paper} small />}
      {offers(view.deeds, 'withdraw') && (
        <Button size="small" onClick={() => setOpen(true)}>
          {archiveMessages.paper.withdraw}
        </Button>
      )}
      {open && <WithdrawDialog row={view.row} close={() => setOpen(false)} />}
    </span>
  )
}
