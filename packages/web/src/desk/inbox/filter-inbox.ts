import type { Inbox, InboxItem } from '@eduduty/core/desk'
import type { DeskSearch } from '../inbox-search.ts'

type Filter = Pick<DeskSearch, 'subject' | 'text' | 'due'>

export const isFiltered = ({ subject, text, due }: Filter): boolean =>
  subject !== undefined || text !== undefined || due !== undefined

/** Those of a kind, with the words in them, due on a day. */
export function filterInbox(items: readonly InboxItem[], { subject, text = '', due }: Filter): readonly InboxItem[] {
  const wanted = text.trim()
  return items.filter(
    (item) =>
      (subject === undefined || item.subject === subject) &&
      (due === undefined || item.due_on === due) &&
      (wanted === '' || [item.title, item.unit_name, item.deed].some((part) => part.includes(wanted))),
  )
}

/** All lines are about one unit, that of whoever reads: its name says nothing then. */
export const areOfUnit = (items: readonly InboxItem[], unitName: string): boolean =>
  items.every((item) => item.unit_name === unitName)

/** What is due on a day of what stands in one tab of the inbox: the list behind it is exactly these lines. */
export interface DueDay {
  readonly day: string
  readonly tab: 'waiting' | 'begun'
  readonly items: readonly InboxItem[]
}

/** The days from today on for which something is due, soonest first, what waits before what was begun; `last` belongs to them. */
export function dueDays(inbox: Pick<Inbox, 'today' | 'waiting' | 'begun'>, last: string): readonly DueDay[] {
  const ofTab = (tab: DueDay['tab']) => daysOf(inbox[tab], inbox.today, last).map((one) => ({ ...one, tab }))
  return [...ofTab('waiting'), ...ofTab('begun')].sort((one, other) => one.day.localeCompare(other.day))
}

function daysOf(items: readonly InboxItem[], today: string, last: string): readonly Omit<DueDay, 'tab'>[] {
  const days = new Map<string, InboxItem[]>()
  for (const item of items) {
    const { due_on: due } = item
    if (due === undefined || due < today || due > last) continue
    days.set(due, [...(days.get(due) ?? []), item])
  }
  return [...days].map(([day, due]) => ({ day, items: due }))
}
