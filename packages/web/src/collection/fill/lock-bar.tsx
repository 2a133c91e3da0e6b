import type { RequestEntry, TaskDetail } from '@eduduty/core/collection/tasks'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { RequestAnswer } from '../review/request-answer.tsx'
import { type AskedKind, RequestDialog } from '../review/request-dialog.tsx'
import { columnTitle, useDesk } from './desk-context.ts'
import { fillMessages as says } from './messages.ts'
import { mayAsk, permitOf, reviewsNow } from './permits.ts'

/** Why nothing can be changed: by whom, why, until when, and which button asks for an exception. */
export function LockBar(): ReactNode {
  const { detail } = useDesk()
  const [asking, setAsking] = useState<AskedKind>()
  const fills = permitOf(detail, 'fill') !== undefined
  // Reviewers have their buttons; the words of the lock are for those who would fill.
  const isTold = detail.is_locked && !(reviewsNow(detail) && !fills)
  const asks = (['extension', 'correction'] as const).filter((kind) => mayAsk(detail, kind))
  return (
    <>
      {isTold && (
        <div className="lock-bar" role="note">
          <svg className="light" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 7V5a4 4 0 018 0v2M2.8 7h10.4v7H2.8z" className="light-line" />
          </svg>
          <strong>{says.lock.title}</strong>
          <span>{fills ? (detail.lock_why ?? says.lock.unknown) : says.lock.reader}</span>
          {asks.map((kind) => (
            <Button key={kind} size="small" onClick={() => setAsking(kind)}>
              {says.request.of[kind]}
            </Button>
          ))}
        </div>
      )}
      {detail.requests
        .filter(({ status }) => status === 'waiting')
        .map((request) => (
          <RequestBar key={request.request_id} detail={detail} request={request} />
        ))}
      {asking !== undefined && <RequestDialog kind={asking} close={() => setAsking(undefined)} />}
    </>
  )
}

function RequestBar({ detail, request }: { detail: TaskDetail; request: RequestEntry }): ReactNode {
  const columns = request.cells.map(({ column }) => columnTitle(detail, column))
  return (
    <div className="lock-bar" role="note">
      <strong>{says.request.open[request.kind]}</strong>
      {columns.length > 0 && <span>{says.request.cells([...new Set(columns)], columns.length)}</span>}
      <span>{says.request.by(request.asked_by, request.reason)}</span>
      <RequestAnswer task={detail.task} request={request} />
    </div>
  )
}
