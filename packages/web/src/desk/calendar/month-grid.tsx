import type { DeskCalendar } from '@eduduty/core/desk'
import type { ReactNode } from 'react'
import { calendarMessages as says } from '../inbox-messages.ts'
import { ItemLink } from './item-link.tsx'
import { type CalendarDay, exceptionOf, weeksOf } from './weeks-of.ts'

const SHOWN = 3

/** A month as it hangs on a wall; readers and small screens have the list below. */
export function MonthGrid({ calendar }: { calendar: DeskCalendar }): ReactNode {
  return (
    <table className="due-month-grid" aria-hidden="true">
      <thead>
        <tr>
          {says.weekdays.map((word) => (
            <th key={word}>{word}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(calendar.days).map((week) => (
          <tr key={week.find((one) => one !== undefined)?.day}>
            {week.map((one, at) => (
              <Cell key={says.weekdays[at]} day={one} today={calendar.today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ day, today }: { day: CalendarDay | undefined; today: string }): ReactNode {
  if (day === undefined) return <td className="due-month-other" />
  const exception = exceptionOf(day)
  const classes = [day.works === false ? 'due-month-rest' : '', day.day === today ? 'due-month-today' : '']
  return (
    <td className={classes.filter((one) => one !== '').join(' ')}>
      <div className="due-month-day">
        <span className="number">{Number(day.day.slice(8))}</span>
        {day.day === today && <strong>{says.today}</strong>}
        {exception !== undefined && <span className={`due-month-${exception}-mark`}>{says[exception]}</span>}
      </div>
      {day.items.slice(0, SHOWN).map((item) => (
        <ItemLink key={item.key} item={item} today={today} short />
      ))}
      {day.items.length > SHOWN && (
        <a className="due-month-more" href={`#day-${day.day}`} tabIndex={-1}>
          {says.more(day.items.length - SHOWN)}
        </a>
      )}
    </td>
  )
}
