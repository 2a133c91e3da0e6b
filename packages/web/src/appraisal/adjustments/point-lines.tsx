import type { AppraisalDetail, ResultView } from '@eduduty/core/appraisal'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { numberOf, pointsText } from '../given-text.ts'
import { adjustmentMessages as says } from '../yearly-messages.ts'

interface Line {
  readonly key: string
  readonly what: string
  readonly grounds: string
  readonly given: string
  readonly counted: string
}

/** How the points came about: those of the items, and each addition and deduction as a line of its own. */
export function PointLines({ detail, result }: { detail: AppraisalDetail; result: ResultView }): ReactNode {
  const { earned, adjustments = [], points } = result.rated
  if (earned === undefined) return null
  const rows: Line[] = [
    { key: 'earned', what: says.earned, grounds: '', given: '', counted: earned.shown },
    ...adjustments.map(({ id, kind, title, given, counted }) => ({
      key: id,
      what: `${kind}：${title}`,
      grounds: groundsOf(detail, id),
      given: signed(kind, given),
      counted: signed(kind, counted),
    })),
    { key: 'total', what: says.total, grounds: '', given: '', counted: points.shown },
  ]
  return <LedgerTable label={says.lines} rows={rows} columns={columns} rowKey={({ key }) => key} />
}

function groundsOf({ adjustments }: AppraisalDetail, id: string): string {
  const found = adjustments.find(({ adjustment_id: one }) => one === id)
  return found === undefined ? '' : `${found.grounds}（${found.document}）`
}

const signed = (kind: string, exact: string): string =>
  `${kind === '加分' ? '+' : '−'}${pointsText(numberOf(exact) ?? 0)}`

const { lineColumns } = says
const columns: readonly Column<Line>[] = [
  { key: 'what', title: lineColumns.what, width: 300, wrap: true, cell: ({ what }) => what },
  { key: 'grounds', title: lineColumns.grounds, width: 460, wrap: true, cell: ({ grounds }) => grounds },
  {
    key: 'given',
    title: lineColumns.given,
    width: 90,
    align: 'right',
    cell: ({ given }) => <span className="number">{given}</span>,
  },
  {
    key: 'counted',
    title: lineColumns.counted,
    width: 90,
    align: 'right',
    cell: ({ counted }) => <span className="number">{counted}</span>,
  },
]
