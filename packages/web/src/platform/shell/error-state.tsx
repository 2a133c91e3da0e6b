import { Button } from 'antd'
import type { ReactNode } from 'react'
import { platformMessages } from '../messages/messages.ts'

/** A request failed: the server's sentence, and what to do. */
export function ErrorState(props: { error: Error; retry?: () => unknown }): ReactNode {
  const { retry } = props
  return (
    <div className="state-panel state-panel-wrong" role="alert">
      <h2>{platformMessages.error.title}</h2>
      <p>{props.error.message}</p>
      <p className="muted">{platformMessages.error.advice}</p>
      {retry !== undefined && (
        <Button type="primary" onClick={() => retry()}>
          {platformMessages.error.retry}
        </Button>
      )}
    </div>
  )
}
