import type { DelegationEntry, DelegationList } from '@eduduty/core/identity'
import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { type ReactNode, useState } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { beginActing } from '../../platform/session/acting-for.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { delegationMessages as says } from '../inbox-messages.ts'
import { delegationsKey, delegationsQuery } from '../inbox-queries.ts'
import { GiveDialog } from './give-dialog.tsx'
import '../desk.css'

/** Whom one has asked to do one's work for some days, and who has asked oneself. */
export function DelegationsPage(): ReactNode {
  const { data, error, refetch } = useQuery(delegationsQuery())
  const [isGiving, setGiving] = useState(false)
  const action = data !== undefined && data.colleagues.length > 0 && (
    <Button type="primary" onClick={() => setGiving(true)}>
      {says.give}
    </Button>
  )
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={action} />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {error === null && data !== undefined && <Lists list={data} />}
      {isGiving && data !== undefined && <GiveDialog list={data} close={() => setGiving(false)} />}
    </>
  )
}

function Lists({ list }: { list: DelegationList }): ReactNode {
  const [givenTitle, givenAdvice] = list.colleagues.length > 0 ? says.emptyGiven : [says.nobody, says.nobodyAdvice]
  const [receivedTitle, receivedAdvice] = says.emptyReceived
  return (
    <>
      <section className="desk-part" aria-label={says.given}>
        <h2>{says.given}</h2>
        {list.given.length === 0 ? (
          <EmptyState title={givenTitle} advice={givenAdvice} />
        ) : (
          <Table entries={list.given} side="given" />
        )}
      </section>
      <section className="desk-part" aria-label={says.received}>
        <h2>{says.received}</h2>
        {list.received.length === 0 ? (
          <EmptyState title={receivedTitle} advice={receivedAdvice} />
        ) : (
          <Table entries={list.received} side="received" />
        )}
      </section>
    </>
  )
}

interface TableProps {
  readonly entries: readonly DelegationEntry[]
  readonly side: 'given' | 'received'
}

function Table({ entries, side }: TableProps): ReactNode {
  const { who, days, reason, state, withheld } = says.columns
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{who}</th>
          <th>{days}</th>
          <th>{reason}</th>
          <th>{state}</th>
          <th>{withheld}</th>
          <th aria-label={says.end[side]} />
        </tr>
      </thead>
      <tbody>
        {entries.map((one) => (
          <tr key={one.delegation}>
            <td className="delegation-word">{side === 'given' ? one.delegate : one.giver}</td>
            <td className="number">{says.days(one.since, one.last)}</td>
            <td>{one.reason}</td>
            <td className="delegation-word">{says.states[one.state]}</td>
            <td title={one.withheld.join('、')}>{one.withheld.length === 0 ? says.none : one.withheld.join('、')}</td>
            <td>{(one.state === 'running' || one.state === 'ahead') && <Deeds entry={one} side={side} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Deeds({ entry, side }: { entry: DelegationEntry; side: TableProps['side'] }): ReactNode {
  const end = useChange<null>(delegationsKey)
  const path = `/identity/delegations/${encodeURIComponent(entry.delegation)}/ending`
  return (
    <span className="notice-deeds">
      {side === 'received' && entry.state === 'running' && (
        <Button size="small" type="primary" onClick={() => beginActing(entry.delegation, '/desk')}>
          {says.begin}
        </Button>
      )}
      <Popconfirm
        title={says.endAsk}
        description={side === 'given' ? says.endHint : ''}
        onConfirm={() => end.mutate({ path, done: says.ended })}
      >
        <Button size="small" loading={end.isPending}>
          {says.end[side]}
        </Button>
      </Popconfirm>
    </span>
  )
}
