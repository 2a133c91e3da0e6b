import { chinaMinute } from '@eduduty/core/calendar'
import type { TaskEvent } from '@eduduty/core/collection/tasks'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { CountersignList } from '../review/countersign-list.tsx'
import { EffectsPart } from '../review/effects-part.tsx'
import { reviewMessages } from '../review/messages.ts'
import { useDesk } from './desk-context.ts'
import { paneMessages } from './pane-messages.ts'

const route = getRouteApi('/shell/plain/collection/tasks/$county/$task')
const says = paneMessages.events

/** Who did what when with this table; countersigns and frozen versions. */
export function EventTab(): ReactNode {
  const { events, versions } = useDesk().detail
  const navigate = route.useNavigate()
  const look = (version: number) => () =>
    navigate({ search: (before) => ({ ...before, version: String(version) }), replace: true })
  return (
    <div className="pane-scroll">
      <CountersignList />
      {events.length === 0 && <p className="muted">{says.empty}</p>}
      <ol className="event-list">
        {events.map((event) => (
          <Event key={`${event.at} ${event.action}`} event={event} />
        ))}
      </ol>
      {versions.length > 1 && (
        <section className="pane-section">
          <h3>{says.versions}</h3>
          <ul className="event-list">
            {versions.map((one) => (
              <li key={one.submission_id}>
                <p>
                  {one.frozen_at === undefined
                    ? says.draft(one.version)
                    : says.version(one.version, chinaMinute(one.frozen_at))}
                </p>
                {one.reason !== '' && <p className="muted">{one.reason}</p>}
                <p>
                  <button type="button" className="link" onClick={look(one.version)}>
                    {says.look}
                  </button>
                </p>
              </li>
            ))}
          </ul>
          <PendingEffects />
        </section>
      )}
    </div>
  )
}

/** Of a correction under way: what it would change, when asked. */
function PendingEffects(): ReactNode {
  const { task } = useDesk().detail
  const [open, setOpen] = useState(false)
  if (task.state === 'frozen') return null
  if (open) return <EffectsPart />
  return (
    <Button size="small" onClick={() => setOpen(true)}>
      {reviewMessages.effects.show}
    </Button>
  )
}

function Event({ event }: { event: TaskEvent }): ReactNode {
  return (
    <li>
      <p>
        <strong>{event.title}</strong>
        {event.says !== '' && <span className="apart">{event.says}</span>}
      </p>
      {event.reason !== '' && <p>{event.reason}</p>}
      <p className="muted">{says.line(event.by, chinaMinute(event.at))}</p>
    </li>
  )
}
