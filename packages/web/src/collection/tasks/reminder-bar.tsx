import { chinaMinute } from '@eduduty/core/calendar'
import type { TaskList } from '@eduduty/core/collection/tasks'
import type { QueryKey } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { taskMessages } from './messages.ts'
import { collectingKey } from './tasks-queries.ts'
import '../collection.css'

const says = taskMessages.reminder
const shownAtOnce = 3

type Reminder = Omit<TaskList['reminders'][number], 'unit_name'>

/** Reminders that nobody here has seen yet: calm, on top, and gone once read. `stale`: what is read anew then. */
export function ReminderBar(props: { reminders: readonly Reminder[]; stale?: QueryKey }): ReactNode {
  const { reminders, stale = collectingKey } = props
  const see = useChange(stale)
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
