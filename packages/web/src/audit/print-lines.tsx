import { chinaMinute } from '@eduduty/core/calendar'
import { type ReactNode, useEffect, useState } from 'react'
import { useSession } from '../platform/session/session-context.tsx'
import type { AuditFilter } from './audit-search.ts'
import { auditMessages as says } from './messages.ts'

/** Paper says whose log it is, what was left out, and who printed it when. */
export function PrintLines({ filter, children }: { filter: AuditFilter; children: ReactNode }): ReactNode {
  const { person } = useSession()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const stamp = () => setNow(new Date())
    window.addEventListener('beforeprint', stamp)
    return () => window.removeEventListener('beforeprint', stamp)
  }, [])
  return (
    <>
      <div className="print-only print-head">{says.printHead(person.unit_name, filterText(filter))}</div>
      {children}
      <div className="print-only print-foot">{says.printFoot(chinaMinute(now), person.name)}</div>
    </>
  )
}

function filterText({ from, to, result, ...others }: AuditFilter): string {
  const days = from === undefined && to === undefined ? '' : says.filter.days(from, to)
  const words = [days, result === undefined ? '' : says.result[result], ...Object.values(others)]
  return words.filter((word) => word !== undefined && word !== '').join('，')
}
