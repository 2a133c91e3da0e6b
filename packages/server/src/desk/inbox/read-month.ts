import { dayOf, isWorkingDay } from '@eduduty/core/calendar'
import { type DeskCalendar, daysOfMonth, type InboxItem, inboxMost } from '@eduduty/core/desk'
import { findClockItems, readCalendar } from '../../clocks/index.ts'
import { findMilestoneItems } from '../../duties/index.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import type { DelegatedAffairs } from './delegated-affairs.ts'
import { listInbox } from './list-inbox.ts'

/**
 * Everything that is due in a month: what waits, what one has begun, what one is told, milestones of one's tasks and running
 * time limits of one's units, each thing once a day; with the working days where the notice of the year is known.
 */
export async function readMonth(
  own: OwnAffairs,
  now: Date,
  month: string,
  delegated: readonly DelegatedAffairs[] = [],
): Promise<DeskCalendar> {
  const days = daysOfMonth(month)
  const span = { from: days[0] ?? month, to: days.at(-1) ?? month }
  const { waiting, begun, copied, is_cut: isCut } = await listInbox(own, now, delegated)
  const milestones = await findMilestoneItems(own, span)
  const clocks = await findClockItems(own, span)
  const byDay = new Map<string, InboxItem[]>()
  const told = new Set<string>()
  for (const item of [...waiting, ...begun, ...milestones, ...clocks, ...copied]) {
    const { due_on: due = '', subject, id, deed } = item
    const name = deed === '节点' ? item.key : `${due} ${subject} ${id}`
    if (due < span.from || due > span.to || told.has(name)) continue
    told.add(name)
    byDay.set(due, [...(byDay.get(due) ?? []), item])
  }
  const calendar = await own.door.read(own.atUnits, ({ db }) => readCalendar(db, own.actor.county))
  const worksOn = (day: string) => isWorkingDay(calendar, day)
  return {
    month,
    today: dayOf(now),
    is_known: worksOn(span.from) !== undefined,
    days: days.map((day) => {
      const works = worksOn(day)
      return { day, items: byDay.get(day) ?? [], ...(works !== undefined && { works }) }
    }),
    is_cut: isCut || clocks.length >= inboxMost,
  }
}
