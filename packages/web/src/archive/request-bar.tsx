import type { NeedList } from '@eduduty/core/archive'
import { chinaMinute } from '@eduduty/core/calendar'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useChange } from '../platform/form/use-change.ts'
import { useMay } from '../platform/session/session-context.tsx'
import { archiveKey } from './archive-queries.ts'
import { archiveMessages } from './messages.ts'

const says = archiveMessages.request

/** What the own unit was asked for and nobody there has read yet: calm, on top, and gone once read. */
export function RequestBar({ requests }: Pick<NeedList, 'requests'>): ReactNode {
  const see = useChange(archiveKey)
  const provides = useMay()('archive.provide')
  if (requests.length === 0) return null
  const body = { requests: requests.map(({ request }) => request) }
  return (
    <section className="reminder-bar" aria-label={says.open(requests.length)}>
      <ul>
        {requests.map((one) => (
          <li key={one.request}>
            {one.message} <span className="muted">{says.by(one.requested_by, chinaMinute(one.requested_at))}</span>
          </li>
        ))}
      </ul>
      {provides && (
        <Button
          size="small"
          loading={see.isPending}
          onClick={() => see.mutate({ path: '/archive/requests/seen', body })}
        >
          {says.seen}
        </Button>
      )}
    </section>
  )
}
