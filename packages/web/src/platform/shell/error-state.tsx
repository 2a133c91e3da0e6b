import { Button } from 'antd'
import type { ReactNode } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { errorWords } from './error-words.ts'

/** Something failed: in whose words, and what to do. */
export function ErrorState({ error, retry }: { error: Error; retry?: () => unknown }): ReactNode {
  const { title, message, advice, way, detail } = errorWords(error)
  const again = way === 'reload' ? () => window.location.reload() : way === 'again' ? retry : undefined
  return (
    <div className="state-panel state-panel-wrong" role="alert">
      <h2>{title}</h2>
      <p>{message}</p>
      {advice !== undefined && <p className="muted">{advice}</p>}
      {detail !== undefined && <p className="muted">{platformMessages.error.detail(detail)}</p>}
      {again !== undefined && (
        <Button type="primary" onClick={() => again()}>
          {way === 'reload' ? platformMessages.error.reload : platformMessages.error.retry}
        </Button>
      )}
    </div>
  )
}
