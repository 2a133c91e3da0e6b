import { dayInWords, daysAfter } from '@eduduty/core/calendar'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { inboxMessages } from '../inbox-messages.ts'
import { inboxQuery } from '../inbox-queries.ts'
import { dueDays } from './filter-inbox.ts'

const says = inboxMessages.calendar
const route = getRouteApi('/shell/plain/desk')
const SHOWN_DAYS = 30
const SHOWN_TITLES = 2

/** The next days on which something is due; each line leads to exactly what it counts. */
export function DuePanel(): ReactNode {
  const navigate = route.useNavigate()
  const { data } = useQuery(inboxQuery())
  if (data === undefined) return null
  const days = dueDays(data, daysAfter(data.today, SHOWN_DAYS))
  return (
    <section className="desk-part" aria-label={says.title}>
      <h2>{says.title}</h2>
      <p className="muted">
        {says.hint}
        <Link to="/desk/calendar" className="apart">
          {says.page}
        </Link>
      </p>
      {days.length === 0 && <p className="muted">{says.none}</p>}
      <ol className="due-days">
        {days.map(({ day, tab, items }) => (
          <li key={`${day} ${tab}`}>
            <button type="button" className="link" onClick={() => navigate({ search: { tab, due: day } })}>
              {dayInWords(day)} · {inboxMessages.tabs[tab]} {says.items(items.length)}
            </button>
            {items.slice(0, SHOWN_TITLES).map(({ key, title, deed }) => (
              <p key={key} className="due-title" title={title}>
                {deed}　{title}
              </p>
            ))}
            {items.length > SHOWN_TITLES && (
              <button type="button" className="link" onClick={() => navigate({ search: { tab, due: day } })}>
                {says.more(items.length - SHOWN_TITLES)}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
