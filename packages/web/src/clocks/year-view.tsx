import { chinaMinute } from '@eduduty/core/calendar'
import type { CalendarYearView } from '@eduduty/core/clocks'
import type { ReactNode } from 'react'
import { calendarMessages as says } from './messages.ts'
import { type CalendarDay, type CalendarMonth, monthsOf } from './months-of.ts'

/** A year on one sheet: what it stands on, and twelve months with 休 and 班. */
export function YearView({ year, today }: { year: CalendarYearView; today: string }): ReactNode {
  const { facts } = says
  const { by, at } = year
  const origin = by === undefined || at === undefined ? '' : `　${says.enteredBy(by, chinaMinute(at))}`
  return (
    <>
      <p className="calendar-facts">
        <span>
          {facts.working} <strong className="number">{facts.workingDays(year.working_days)}</strong>
        </span>
        <span>
          <span className="muted">{facts.document}</span> {year.document}
        </span>
        <span>
          <span className="muted">{facts.origin}</span> {says.origin[year.origin]}
          {origin}
        </span>
        {year.note !== '' && (
          <span>
            <span className="muted">{facts.note}</span> {year.note}
          </span>
        )}
        <Legend />
      </p>
      <div className="calendar-months">
        {monthsOf(year).map((month) => (
          <Month key={month.month} month={month} today={today} />
        ))}
      </div>
    </>
  )
}

function Legend(): ReactNode {
  return (
    <span className="calendar-legend">
      <span className="calendar-day calendar-rest">{says.rest}</span> {says.legend.rest}
      <span className="calendar-day calendar-work">{says.work}</span> {says.legend.work}
      <span className="calendar-day calendar-weekend">6</span> {says.legend.weekend}
    </span>
  )
}

function Month({ month, today }: { month: CalendarMonth; today: string }): ReactNode {
  const cells = [...Array.from({ length: month.lead }, () => undefined), ...month.days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) => cells.slice(at * 7, at * 7 + 7))
  return (
    <table className="calendar-month">
      <caption>
        {says.month(month.month)} <span className="muted">{says.workingIn(month.working)}</span>
      </caption>
      <thead>
        <tr>
          {says.weekdays.map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((one) => one !== undefined)?.day}>
            {says.weekdays.map((word, at) => (
              <td key={word}>{week[at] !== undefined && <Day day={week[at]} today={today} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 休 in a box, 班 in a filled one, weekends in grey: by shape and word, not by colour alone. */
function Day({ day: { day, date, kind }, today }: { day: CalendarDay; today: string }): ReactNode {
  const mark = kind === 'rest' ? says.rest : kind === 'work' ? says.work : ''
  const word = kind === 'weekday' ? '' : says.legend[kind]
  return (
    <span
      className={`calendar-day calendar-${kind}${day === today ? ' calendar-today' : ''}`}
      title={says.dayTitle(day, word)}
    >
      {date}
      {mark !== '' && <sup>{mark}</sup>}
    </span>
  )
}
