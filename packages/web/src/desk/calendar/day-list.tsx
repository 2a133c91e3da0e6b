import { dayInWords } from '@eduduty/core/calendar'
import type { DeskCalendar } from '@eduduty/core/desk'
import type { ReactNode } from 'react'
import { calendarMessages as says } from '../inbox-messages.ts'
import { ItemLink } from './item-link.tsx'
import { exceptionOf } from './weeks-of.ts'

/** The days of a month on which something is due. */
export function DayList({ calendar: { days, today } }: { calendar: DeskCalendar }): ReactNode {
  return (
    <section aria-label={says.list}>
      <h2>{says.list}</h2>
      <ol className="due-month-list">
        {days
          .filter(({ items }) => items.length > 0)
          .map((one) => {
            const exception = exceptionOf(one)
            return (
              <li key={one.day} id={`day-${one.day}`}>
                <h3>
                  {dayInWords(one.day)}　{says.weekdayOf(weekdayOf(one.day))}
                  {one.day === today && <span className="apart">{says.today}</span>}
                  {exception !== undefined && <span className="apart muted">{says[exception]}</span>}
                </h3>
                {one.items.map((item) => (
                  <ItemLink key={item.key} item={item} today={today} />
                ))}
              </li>
            )
          })}
      </ol>
    </section>
  )
}

const weekdayOf = (day: string): string => says.weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? ''
