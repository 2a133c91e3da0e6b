import { chinaMinute } from '@eduduty/core/calendar'
import { type RequestEntry, requestKinds } from '@eduduty/core/collection/tasks'
import type { ReactNode } from 'react'
import { columnTitle, useDesk } from '../fill/desk-context.ts'
import { reviewMessages } from './messages.ts'

const says = reviewMessages.requests

/** Where a line of the history that tells of a request leads. */
export const REQUESTS = 'task-requests'

/** What the unit asked for with this table, and what it was answered. */
export function RequestList(): ReactNode {
  const { requests } = useDesk().detail
  if (requests.length === 0) return null
  return (
    <section className="pane-section" id={REQUESTS}>
      <h3>{says.title}</h3>
      <ul className="event-list">
        {requests.map((one) => (
          <Request key={one.request_id} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Request({ one }: { one: RequestEntry }): ReactNode {
  const { detail, goTo } = useDesk()
  const { kind, status, cells, answered_by: by, answered_at: at, answer = '' } = one
  return (
    <li>
      <p>
        <strong>{requestKinds[kind]}</strong>
        <span className={status === 'waiting' ? 'short apart' : 'muted apart'}>{says.status[status]}</span>
      </p>
      <p>{one.reason}</p>
      {cells.length > 0 && (
        <p className="problem-places">
          {cells.map(({ row_no, column }) => (
            <button
              key={`${row_no} ${column}`}
              type="button"
              className="link"
              onClick={() => goTo({ row: row_no, column })}
            >
              {columnTitle(detail, column)}
            </button>
          ))}
        </p>
      )}
      <p className="muted">{says.by(one.asked_by, chinaMinute(one.asked_at))}</p>
      {by !== undefined && at !== undefined && <p className="muted">{says.answered(by, chinaMinute(at), answer)}</p>}
    </li>
  )
}
