import { daysBetween } from '../calendar/index.ts'
import type { InboxCounts, InboxItem } from './inbox.ts'

/** So many days ahead are “soon”: the week that a clerk plans by. */
const SOON_DAYS = 7

export const isOverdue = ({ due_on: due }: Pick<InboxItem, 'due_on'>, today: string): boolean =>
  due !== undefined && due < today

/** What is due first on top, what has no day after it; of the same day, what has waited longest. */
export function sortInbox(items: readonly InboxItem[]): InboxItem[] {
  const dueOf = ({ due_on: due }: InboxItem): string => due ?? '9999-12-31'
  return items.toSorted((one, other) => compare(dueOf(one), dueOf(other)) || compare(one.at, other.at))
}

export const newestFirst = (items: readonly InboxItem[]): InboxItem[] =>
  items.toSorted((one, other) => compare(other.at, one.at))

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** `waiting`: everything to be done; `copied`: everything told and not seen, of which what is over does not count. Days are `2026-11-05`. */
export function countInbox(waiting: readonly InboxItem[], copied: readonly InboxItem[], today: string): InboxCounts {
  const isSoon = ({ due_on: due }: InboxItem): boolean =>
    due !== undefined && due >= today && daysBetween(today, due) <= SOON_DAYS
  return {
    waiting: waiting.length,
    overdue: waiting.filter((item) => isOverdue(item, today)).length,
    soon: waiting.filter(isSoon).length,
    copied: copied.filter(({ is_over: isOver }) => isOver !== true).length,
  }
}
