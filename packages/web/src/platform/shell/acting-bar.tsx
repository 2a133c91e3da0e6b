import { Button } from 'antd'
import type { ReactNode } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { endActing } from '../session/acting-for.ts'
import { useSession } from '../session/session-context.tsx'

const says = platformMessages.shell.acting

/** Says on every page for whom somebody acts, and leads back to their own work. */
export function ActingBar(): ReactNode {
  const { acting_for: acting } = useSession()
  if (acting === undefined) return null
  return (
    <div className="acting-bar" role="status">
      <strong>{says.who(acting.name)}</strong>
      <span>{says.hint(acting.last)}</span>
      <Button size="small" onClick={endActing}>
        {says.end}
      </Button>
    </div>
  )
}
