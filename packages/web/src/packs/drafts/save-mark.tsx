import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useDraftDesk } from './draft-context.ts'
import { draftMessages } from './messages.ts'

const says = draftMessages.saving

/** Whether what is on the page stands on the server. */
export function SaveMark(): ReactNode {
  const { draft } = useDraftDesk()
  const { state, reason } = draft
  if (state === 'failed')
    return (
      <span className="save-mark wrong" role="alert">
        {says.failed(reason)}{' '}
        <Button size="small" onClick={draft.saveAgain}>
          {says.again}
        </Button>
      </span>
    )
  return (
    <span className="save-mark muted" role="status" data-state={state}>
      {says[state]}
    </span>
  )
}
