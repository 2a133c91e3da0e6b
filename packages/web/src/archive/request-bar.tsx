import { type NeedList, needStateTitles, type OpenRequest } from '@eduduty/core/archive'
import { chinaMinute } from '@eduduty/core/calendar'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useChange } from '../platform/form/use-change.ts'
import { useMay } from '../platform/session/session-context.tsx'
import { archiveKey } from './archive-queries.ts'
import { archiveMessages } from './messages.ts'

const says = archiveMessages.request

interface RequestBarProps extends Pick<NeedList, 'requests'> {
  /** The page itself lists what is owed: then the bar only says how much of it is asked for. */
  readonly isListedBelow?: boolean
}

/** What the own unit was asked for and nobody there has read yet: calm, on top, and gone once read. */
export function RequestBar({ requests, isListedBelow = false }: RequestBarProps): ReactNode {
  const see = useChange(archiveKey)
  const provides = useMay()('archive.provide')
  if (requests.length === 0) return null
  const body = { requests: requests.map(({ request }) => request) }
  return (
    <section className="reminder-bar" aria-label={says.open(requests.length)}>
      <ul>
        {requests.map((one) => (
          <li key={one.request}>
            {says.asked(one.due_on, one.says)}{' '}
            <span className="muted">{says.by(one.requested_by, chinaMinute(one.requested_at))}</span>
            <Left one={one} isListedBelow={isListedBelow} />
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

/** What of a request is still to be handed in today, each leading to its place. */
function Left({ one, isListedBelow }: { one: OpenRequest; isListedBelow: boolean }): ReactNode {
  const { county, needs, left, waiting } = one
  if (left.length === 0) return <p className="muted">{says.met(needs, waiting)}</p>
  if (isListedBelow) return <p>{says.leftBelow(needs, left.length, waiting)}</p>
  return (
    <p>
      {says.left(needs, left.length, waiting)}
      {left.map(({ need, catalogue, file_no: no, title, state }) => (
        <Link key={need} className="before" to="/archive" search={{ catalogue: `${county}/${catalogue}`, need }}>
          {says.leftOne(no, title, needStateTitles[state])}
        </Link>
      ))}
    </p>
  )
}
