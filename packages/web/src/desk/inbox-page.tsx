import { dayInWords } from '@eduduty/core/calendar'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ReminderBar } from '../collection/index.ts'
import { OwnSummary } from '../evaluation/index.ts'
import { useMay, useSession } from '../platform/session/session-context.tsx'
import { PlainHead } from '../platform/shell/page-head.tsx'
import { CountyPanel } from './inbox/county-panel.tsx'
import { DuePanel } from './inbox/due-panel.tsx'
import { InboxList } from './inbox/inbox-list.tsx'
import { noticeMessages, inboxMessages as says } from './inbox-messages.ts'
import { inboxKey, inboxQuery } from './inbox-queries.ts'
import './desk.css'

/** Everybody's first page: what is to be done, until when and what is missing; how the county stands for those who lead it. */
export function InboxPage(): ReactNode {
  const { person } = useSession()
  const { data } = useQuery(inboxQuery())
  const may = useMay()
  const who = [person.unit_name, person.name].join(' ')
  const today = data?.today
  const weekday = today === undefined ? '' : (says.weekdays[new Date(`${today}T00:00:00Z`).getUTCDay()] ?? '')
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={says.purpose(today === undefined ? '' : dayInWords(today), weekday, who)}
        action={
          may('desk.notify') && (
            <Link to="/desk/notices" search={{ list: 'sent', sending: 'true' }} className="primary-link">
              {noticeMessages.send}
            </Link>
          )
        }
      />
      <Reminders />
      <div className="desk-columns">
        <InboxList />
        <aside className="desk-side">
          <CountyPanel />
          <OwnSummary />
          <DuePanel />
          <p className="muted">
            {says.delegate}
            <Link to="/desk/delegations">{says.delegateLink}</Link>
          </p>
        </aside>
      </div>
    </>
  )
}

/** What one is urged to hand in, until it has been read. */
function Reminders(): ReactNode {
  const { data } = useQuery(inboxQuery())
  const urged = data?.copied.filter(({ key }) => key.startsWith('form-reminder:')) ?? []
  const reminders = urged.map(({ id, title, says: by, at }) => ({
    reminder_id: id,
    message: title,
    reminded_by: by,
    reminded_at: at,
  }))
  return <ReminderBar reminders={reminders} stale={inboxKey} />
}
