import { chinaMinute } from '@eduduty/core/calendar'
import { type ReactNode, useEffect, useState } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useSession } from '../session/session-context.tsx'

/** Paper carries what the chrome says on screen: what it is, of which unit, who printed it and when. */
export function PrintSheet(props: { head?: string; children: ReactNode }): ReactNode {
  const { person } = useSession()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const stamp = () => setNow(new Date())
    window.addEventListener('beforeprint', stamp)
    return () => window.removeEventListener('beforeprint', stamp)
  }, [])
  const says = platformMessages.shell.sheet
  return (
    <>
      {props.head !== undefined && (
        <div className="print-only print-head">{says.head(props.head, person.unit_name)}</div>
      )}
      {props.children}
      <div className="print-only print-foot">{says.foot(person.name, chinaMinute(now))}</div>
    </>
  )
}
