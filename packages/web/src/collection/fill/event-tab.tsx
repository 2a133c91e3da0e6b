import { chinaMinute } from '@eduduty/core/calendar'
import type { EventLink, TaskDetail, TaskEvent } from '@eduduty/core/collection/tasks'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { CountersignList } from '../review/countersign-list.tsx'
import { EffectsPart } from '../review/effects-part.tsx'
import { reviewMessages } from '../review/messages.ts'
import { REQUESTS, RequestList } from '../review/request-list.tsx'
import { useDesk } from './desk-context.ts'
import { paneMessages } from './pane-messages.ts'

const route = getRouteApi('/shell/plain/collection/tasks/$county/$task')
const says = paneMessages.events

/** Who did what when with this table; countersigns and frozen versions. */
export function EventTab(): ReactNode {
  const { detail, goTo } = useDesk()
  const { events, versions } = detail
  const navigate = route.useNavigate()
  const look = (version: number) => () =>
    navigate({ search: (before) => ({ ...before, version: String(version) }), replace: true })
  const follow = (link: EventLink) => {
    if (link.to === 'version') return look(link.version)()
    if (link.to === 'requests') return document.getElementById(REQUESTS)?.scrollIntoView({ block: 'nearest' })
    if (link.to === 'cell') goTo({ row: link.row_no, column: link.column })
    const tab = link.to
    return navigate({ search: (before) => ({ ...before, tab }), replace: true })
  }
  return (
    <div className="pane-scroll">
      <CountersignList />
      <RequestList />
      {events.length === 0 && <p className="muted">{says.empty}</p>}
      <ol className="event-list">
        {events.map((event) => (
          <Event key={`${event.at} ${event.action} ${event.says} ${event.reason}`} event={event} follow={follow} />
        ))}
      </ol>
      {versions.some(({ frozen_at }) => frozen_at !== undefined) && (
        <section className="pane-section">
          <h3>{says.versions}</h3>
          <ul className="event-list">
            {versions.map((one) => (
              <li key={one.submission_id}>
                <p>{versionTitle(one)}</p>
                {one.submitted_by !== undefined && <p className="muted">{handedIn(one)}</p>}
                {one.reason !== '' && <p className="muted">{one.reason}</p>}
                <p>
                  <button type="button" className="link" onClick={look(one.version)}>
                    {says.look}
                  </button>
                </p>
              </li>
            ))}
          </ul>
          {versions.length > 1 && <PendingEffects />}
        </section>
      )}
    </div>
  )
}

type Version = Pick<
  TaskDetail['versions'][number],
  'version' | 'submitted_by' | 'submitted_at' | 'frozen_by' | 'frozen_at'
>

/** 第 1 版，2026-11-25 12:00 由沈督导冻结 */
export const versionTitle = ({ version, frozen_at, frozen_by }: Version): string =>
  frozen_at === undefined ? says.draft(version) : says.version(version, chinaMinute(frozen_at), frozen_by ?? '')

export const handedIn = ({ submitted_by, submitted_at }: Version): string =>
  submitted_by === undefined || submitted_at === undefined ? '' : says.handedIn(submitted_by, chinaMinute(submitted_at))

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

function Event({ event, follow }: { event: TaskEvent; follow: (link: EventLink) => unknown }): ReactNode {
  const { link } = event
  return (
    <li>
      <p>
        <strong>{event.title}</strong>
        {event.says !== '' && <span className="apart">{event.says}</span>}
        {link !== undefined && (
          <button type="button" className="link apart" onClick={() => follow(link)}>
            {says.links[link.to]}
          </button>
        )}
      </p>
      {event.reason !== '' && <p>{event.reason}</p>}
      <p className="muted">{says.line(event.by, chinaMinute(event.at))}</p>
    </li>
  )
}
