import type { PersonPost } from '@eduduty/core/identity'
import type { ReactNode } from 'react'
import { peopleMessages as says } from './messages.ts'

/** What a person holds and held, the newest first. */
export function TenureTable({ tenures }: { tenures: readonly PersonPost[] }): ReactNode {
  if (tenures.length === 0) return <p className="muted">{says.panel.noPosts}</p>
  return (
    <table className="plain">
      <tbody>
        {tenures.map((tenure) => (
          <tr key={tenure.tenure_id}>
            <td>
              {tenure.post_title}
              {tenure.kind === 'substitute' && `（${says.kinds.substitute}）`}
              <div className="muted">{tenure.unit_name}</div>
            </td>
            <td>{tenure.roles.join('、')}</td>
            <td className="nowrap">{says.period(tenure.since, tenure.until)}</td>
            <td className={tenure.status === 'proposed' ? 'short nowrap' : 'nowrap muted'}>
              {statusWord(tenure.status)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function statusWord(status: string): string {
  const words: Readonly<Record<string, string>> = says.tenureStatus
  return words[status] ?? status
}
