import { type NeedView, openNeedStates } from '@eduduty/core/archive'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { RequestDialog } from '../catalogue/request-dialog.tsx'
import { WaiveDialog } from '../catalogue/waive-dialog.tsx'
import { archiveMessages } from '../messages.ts'
import { offers } from '../offers.ts'

/** What an office may do with one need: ask for it, or say that it is not needed. */
export function NeedButtons({ county, view }: { county: string; view: NeedView }): ReactNode {
  const [open, setOpen] = useState<'request' | 'waive' | 'unwaive'>()
  const { row, deeds } = view
  const end = { close: () => setOpen(undefined), done: () => setOpen(undefined) }
  const may = {
    // What was handed in and waits for its review is not asked for again.
    request: openNeedStates.has(row.state) && row.state !== 'unread' && offers(deeds, 'request'),
    waive: offers(deeds, 'waive'),
    unwaive: offers(deeds, 'unwaive'),
  }
  if (!may.request && !may.waive && !may.unwaive) return null
  return (
    <div className="archive-deeds">
      {may.request && <Button onClick={() => setOpen('request')}>{archiveMessages.request.title}</Button>}
      {may.waive && <Button onClick={() => setOpen('waive')}>{archiveMessages.waive.waived.title}</Button>}
      {may.unwaive && <Button onClick={() => setOpen('unwaive')}>{archiveMessages.waive.again.title}</Button>}
      {open === 'request' && <RequestDialog county={county} needs={[row]} {...end} />}
      {(open === 'waive' || open === 'unwaive') && (
        <WaiveDialog county={county} needs={[row]} waived={open === 'waive'} {...end} />
      )}
    </div>
  )
}
