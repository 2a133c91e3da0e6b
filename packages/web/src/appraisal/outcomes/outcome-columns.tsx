import { type OutcomeView, outcomeKinds } from '@eduduty/core/appraisal'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { outcomeMessages as says } from '../yearly-messages.ts'

const { columns } = says

/** What was struck out is crossed through, with who and why beside it. */
function Words({ one, children }: { one: OutcomeView; children: ReactNode }): ReactNode {
  return one.struck === undefined ? children : <del className="muted">{children}</del>
}

/** Columns of what followed from a result, in whatever row it stands. */
export function outcomeColumns<Row>(of: (row: Row) => OutcomeView): Column<Row>[] {
  return [
    {
      key: 'kind',
      title: columns.kind,
      width: 116,
      cell: (row) => <Words one={of(row)}>{outcomeKinds[of(row).kind]}</Words>,
    },
    {
      key: 'dated',
      title: columns.dated,
      width: 94,
      cell: (row) => <span className="number">{of(row).dated_on}</span>,
    },
    { key: 'document', title: columns.document, width: 160, wrap: true, cell: (row) => of(row).document_no },
    { key: 'grounds', title: columns.grounds, width: 226, wrap: true, cell: (row) => <Grounds one={of(row)} /> },
    {
      key: 'amount',
      title: columns.amount,
      width: 96,
      align: 'right',
      cell: (row) => <span className="number">{of(row).amount}</span>,
    },
    { key: 'due', title: columns.due, width: 94, cell: (row) => <span className="number">{of(row).due_on}</span> },
    { key: 'by', title: columns.by, width: 80, cell: (row) => of(row).by },
  ]
}

function Grounds({ one }: { one: OutcomeView }): ReactNode {
  return (
    <>
      <Words one={one}>{one.grounds}</Words>
      {one.struck !== undefined && <span className="wrong">　{says.struckBy(one.struck)}</span>}
    </>
  )
}
