import { type InboxItem, isOverdue } from '@eduduty/core/desk'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { beginActing } from '../../platform/session/acting-for.ts'
import { calendarMessages, inboxMessages } from '../inbox-messages.ts'
import { addressOf } from '../inbox-queries.ts'

interface ItemLinkProps {
  readonly item: InboxItem
  readonly today: string
  /** In a cell of the month: one line, and not on the way of the tabulator, which goes by the list. */
  readonly short?: boolean
}

/** One thing that is due, and the way to it. */
export function ItemLink({ item, today, short = false }: ItemLinkProps): ReactNode {
  const { history } = useRouter()
  const address = addressOf(item)
  const { deed, title, unit_name: unit, acting_for: acting } = item
  const words = `${deed}　${title}`
  const go = () => {
    if (address === undefined) return
    if (acting === undefined) history.push(address)
    else beginActing(acting.delegation, address)
  }
  const isLate = isOverdue(item, today)
  return (
    <div className={short ? 'due-month-item' : ''} title={[words, unit].join('　')}>
      {address === undefined ? (
        <span>{words}</span>
      ) : (
        <button
          type="button"
          className={isLate ? 'link due-month-late' : 'link'}
          onClick={go}
          {...(short && { tabIndex: -1 })}
        >
          {words}
        </button>
      )}
      {!short && <span className="muted apart">{unit}</span>}
      {!short && isLate && <span className="wrong apart">{calendarMessages.late}</span>}
      {!short && acting !== undefined && <span className="inbox-acting">{inboxMessages.actingFor(acting.name)}</span>}
    </div>
  )
}
