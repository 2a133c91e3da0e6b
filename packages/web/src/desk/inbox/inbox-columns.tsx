import { chinaMinute, daysBetween } from '@eduduty/core/calendar'
import type { InboxItem, InboxTab } from '@eduduty/core/desk'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { PhoneWord } from '../../platform/table/phone-word.tsx'
import { inboxMessages as says } from '../inbox-messages.ts'

/** The year is left out: the time since is of this year or the last. */
const SHORT_FROM = 5

const UNIT_WIDTH = 168
/** Of the room of an absent unit, what the title takes; the rest is for what is missing. */
const TITLE_GAINS = 96

/** What is to be done, about what, what is missing, until when; of which unit, where it is not the reader's own alone. */
export function inboxColumns(tab: InboxTab, today: string, isOwnOnly: boolean): readonly Column<InboxItem>[] {
  const isDone = tab === 'done'
  return [
    {
      key: 'deed',
      title: isDone ? says.doneColumns.deed : says.columns.deed,
      width: 100,
      cell: ({ deed }) => <strong>{deed}</strong>,
    },
    {
      key: 'title',
      title: says.columns.title,
      width: isOwnOnly ? 200 + TITLE_GAINS : 200,
      cell: ({ title, acting_for: acting }) => (
        <span title={title}>
          {acting !== undefined && <span className="inbox-acting">{says.actingFor(acting.name)}</span>}
          {title}
        </span>
      ),
    },
    ...(isOwnOnly
      ? []
      : [
          {
            key: 'unit',
            title: says.columns.unit,
            width: UNIT_WIDTH,
            cellClass: () => 'inbox-aside',
            cell: ({ unit_name: name }: InboxItem) => <span title={name}>{name}</span>,
          },
        ]),
    {
      key: 'says',
      title: says.columns.says,
      width: isOwnOnly ? 190 + UNIT_WIDTH - TITLE_GAINS : 190,
      cellClass: () => 'inbox-aside inbox-says',
      cell: ({ says: words }) => <span title={words}>{words}</span>,
    },
    ...(isDone
      ? []
      : [
          {
            key: 'due',
            title: says.columns.due,
            width: 172,
            cell: (item: InboxItem) => <Due item={item} today={today} />,
          },
        ]),
    {
      key: 'since',
      title: isDone ? says.doneColumns.since : says.columns.since,
      width: 116,
      cellClass: () => (isDone ? undefined : 'inbox-since'),
      cell: ({ at }) => <span className="number muted">{chinaMinute(at).slice(SHORT_FROM)}</span>,
    },
  ]
}

function Due({ item: { due_on: due }, today }: { item: InboxItem; today: string }): ReactNode {
  if (due === undefined) return <span className="muted">{says.noDue}</span>
  const left = daysBetween(today, due)
  return (
    <>
      {left >= 0 && <PhoneWord word={says.columns.due} />}
      <span className="number before">{due}</span>
      {left < 0 ? <span className="wrong">{says.late(-left)}</span> : <span className="muted">{says.left(left)}</span>}
    </>
  )
}
