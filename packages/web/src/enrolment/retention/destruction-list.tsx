import { type DestructionMade, type DestructionView, destructionStateTitles } from '@eduduty/core/enrolment'
import { Button, Popconfirm } from 'antd'
import type { ReactNode } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { casesKey } from '../cases/case-queries.ts'
import { retentionMessages as says } from './messages.ts'
import { retentionPath } from './retention-queries.ts'

const { columns } = says

interface ListProps {
  readonly county: string
  readonly destructions: readonly DestructionView[]
}

/** What was proposed and by whom; another decides here. */
export function DestructionList({ county, destructions }: ListProps): ReactNode {
  return (
    <section className="panel-section" aria-label={says.list}>
      <h3>{says.list}</h3>
      <LedgerTable<DestructionView>
        label={says.list}
        rows={destructions}
        columns={columnsOf(county)}
        rowKey={({ destruction }) => destruction}
        height="calc(100vh - 340px)"
        empty={<EmptyState title={says.empty} advice={says.emptyAdvice} />}
      />
    </section>
  )
}

const columnsOf = (county: string): readonly Column<DestructionView>[] => [
  { key: 'until', title: columns.until, width: 150, cell: ({ closed_until: day }) => says.until(day) },
  { key: 'cases', title: columns.cases, width: 70, align: 'right', cell: ({ cases }) => cases },
  { key: 'destroyed', title: columns.destroyed, width: 80, align: 'right', cell: ({ destroyed }) => destroyed },
  { key: 'reason', title: columns.reason, width: 280, wrap: true, cell: ({ reason }) => reason },
  {
    key: 'proposed',
    title: columns.proposed,
    width: 170,
    cell: ({ proposed_by: by, proposed_on: on }) => `${by} ${on}`,
  },
  {
    key: 'state',
    title: columns.state,
    width: 250,
    cell: ({ state, decided_by: by, decided_on: on = '' }) => `${destructionStateTitles[state]} ${by} ${on}`,
  },
  { key: 'deeds', title: columns.deeds, width: 200, cell: (one) => <Deeds county={county} one={one} /> },
]

function Deeds({ county, one }: { county: string; one: DestructionView }): ReactNode {
  // Cases, their counts and this list are read anew.
  const change = useChange<DestructionMade>([casesKey[0]])
  if (!one.may_decide) return null
  const decide = (approves: boolean) =>
    change.mutate({
      path: `${retentionPath(county)}/destructions/${one.destruction}/decision`,
      body: { approves, says: '' },
      done: ({ destroyed }) => (approves ? says.destroyed(destroyed) : says.decided),
    })
  return (
    <span className="case-deeds">
      <Popconfirm title={says.approveAsk(one.cases)} onConfirm={() => decide(true)}>
        <Button size="small" type="primary" danger loading={change.isPending}>
          {says.approve}
        </Button>
      </Popconfirm>
      <Button size="small" disabled={change.isPending} onClick={() => decide(false)}>
        {says.refuse}
      </Button>
    </span>
  )
}
