import { type DestructionMade, type DestructionView, destructionStateTitles } from '@eduduty/core/enrolment'
import { Button, Popconfirm } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
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
  { key: 'until', title: columns.until, width: 180, cell: ({ closed_until: day }) => says.until(day) },
  { key: 'cases', title: columns.cases, width: 90, align: 'right', cell: ({ cases }) => cases },
  { key: 'destroyed', title: columns.destroyed, width: 110, align: 'right', cell: ({ destroyed }) => destroyed },
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
    wrap: true,
    cell: ({ state, decided_by: by, decided_on: on = '', answer }) =>
      [destructionStateTitles[state], by, on, answer].filter((word) => word !== '').join(' '),
  },
  { key: 'deeds', title: columns.deeds, width: 200, cell: (one) => <Deeds county={county} one={one} /> },
]

function Deeds({ county, one }: { county: string; one: DestructionView }): ReactNode {
  // Cases, their counts and this list are read anew.
  const change = useChange<DestructionMade>([casesKey[0]])
  const [isRefusing, setRefusing] = useState(false)
  if (!one.may_decide) return null
  const path = `${retentionPath(county)}/destructions/${one.destruction}/decision`
  const approve = () =>
    change.mutate({
      path,
      body: { approves: true, says: '' },
      done: ({ destroyed }) => says.destroyed(destroyed),
    })
  return (
    <span className="case-deeds">
      <Popconfirm
        title={says.approveAsk(one.cases)}
        okText={says.approve}
        okButtonProps={{ danger: true }}
        onConfirm={approve}
      >
        <Button size="small" type="primary" danger loading={change.isPending}>
          {says.approve}
        </Button>
      </Popconfirm>
      <Button size="small" disabled={change.isPending} onClick={() => setRefusing(true)}>
        {says.refuse}
      </Button>
      {isRefusing && <RefuseDialog path={path} close={() => setRefusing(false)} />}
    </span>
  )
}

function RefuseDialog({ path, close }: { path: string; close: () => void }): ReactNode {
  const change = useChange<DestructionMade>([casesKey[0]])
  return (
    <FormDialog<{ reason: string }>
      title={says.refuseTitle}
      hint={says.refuseHint}
      okText={says.refuse}
      busy={change.isPending}
      submit={({ reason }) =>
        change.mutate({ path, body: { approves: false, says: reason }, done: says.decided }, { onSuccess: close })
      }
      close={close}
    >
      <ReasonField label={says.refuseReason} />
    </FormDialog>
  )
}
