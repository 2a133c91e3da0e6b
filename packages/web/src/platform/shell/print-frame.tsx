import { chinaMinute } from '@eduduty/core/calendar'
import { type ReactNode, useEffect, useState } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useCurrentRun } from '../run/current-run.tsx'

/** Paper carries what the chrome says on screen: county, year, pack, run, time. Page numbers come from the browser. */
export function PrintFrame(props: { children: ReactNode }): ReactNode {
  const { run } = useCurrentRun().index.assessment
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const stamp = () => setNow(new Date())
    window.addEventListener('beforeprint', stamp)
    return () => window.removeEventListener('beforeprint', stamp)
  }, [])
  return (
    <>
      <div className="print-only print-head">
        {platformMessages.shell.printHead(run.county.name, run.year, run.pack.title)}
      </div>
      {props.children}
      <div className="print-only print-foot">{platformMessages.shell.printFoot(chinaMinute(now), run.id)}</div>
    </>
  )
}
