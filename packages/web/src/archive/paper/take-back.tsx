import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { paperQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { offers } from '../offers.ts'
import { ReplaceButton } from './replace-button.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** In a line of a list: a newer file in place of a paper, or the paper out of use, as far as one may. */
export function TakeBack({ county, paper }: { county: string; paper: string }): ReactNode {
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
