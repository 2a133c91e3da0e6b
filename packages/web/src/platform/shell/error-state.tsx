import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ApiError } from '../api/http.ts'
import { platformMessages } from '../messages/messages.ts'

/** A request failed: the server's sentence, and what to do. */
export function ErrorState(props: { error: Error; retry?: () => unknown }): ReactNode {
  // The server's answer to another post's page; trying again would change nothing.
  const isRefusal = props.error instanceof ApiError && props.error.status === 403
  const retry = isRefusal ? undefined : props.retry
  const { title, advice, notAllowed } = platformMessages.error
  return (
    <div className="state-panel state-panel-wrong" role="alert">
      <h2>{isRefusal ? notAllowed : title}</h2>
      <p>{props.error.message}</p>
      {!isRefusal && <p className="muted">{advice}</p>}
      {retry !== undefined && (
        <Button type="primary" onClick={() => retry()}>
          {platformMessages.error.retry}
        </Button>
      )}
    </div>
  )
}
