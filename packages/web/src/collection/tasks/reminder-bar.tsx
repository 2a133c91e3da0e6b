import { chinaMinute } from '@eduduty/core/calendar'
import type { TaskList } from '@eduduty/core/collection/tasks'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useDeed } from '../use-deed.ts'
import { taskMessages } from './messages.ts'

const says = taskMessages.reminder
const shownAtOnce = 3

/** Reminders that nobody here has seen yet: calm, on top, and gone once read. */
export function ReminderBar({ reminders }: { reminders: TaskList['reminders'] }): ReactNode {
  const see = useDeed()
  if (reminders.length === 0) return null
  const shown = reminders.slice(0, shownAtOnce)
  const body = { reminder_ids: reminders.map(({ reminder_id }) => reminder_id) }
  return (
    <section className="reminder-bar" aria-label={says.title(reminders.length)}>
      <ul>
        {shown.map((one) => (
          <li key={one.reminder_id}>
            {one.message} <span className="muted">{says.line(one.reminded_by, chinaMinute(one.reminded_at))}</span>
          </li>
        ))}
        {reminders.length > shown.length && <li className="muted">{says.more(reminders.length - shown.length)}</li>}
      </ul>
      <Button
        size="small"
        loading={see.isPending}
        onClick={() => see.mutate({ path: '/collection/reminders/seen', body })}
      >
        {says.seen}
      </Button>
    </section>
  )
}
