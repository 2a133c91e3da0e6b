import type { ReactNode } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { mechanismMessages as says } from './messages.ts'
import type { Mechanisms } from './use-mechanisms.ts'

/** What every part of the page is given. */
export interface TabProps {
  readonly at: Mechanisms
  /** Whose panel is open. */
  readonly record: string | undefined
  readonly show: (record: string | undefined) => void
}

interface TabTableProps<Row> extends Pick<TabProps, 'record' | 'show'> {
  readonly label: string
  readonly year: number
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
}

/** The records of a year as a ledger. */
export function TabTable<Row>(props: TabTableProps<Row>): ReactNode {
  const may = useMay()
  const { label, year, rows, columns, rowKey, record, show } = props
  return (
    <PrintSheet head={`${says.yearOf(year)}${label}`}>
      <LedgerTable
        label={label}
        rows={rows}
        columns={columns}
        rowKey={rowKey}
        onOpen={(row) => show(rowKey(row))}
        selected={record}
        height="calc(100vh - 216px)"
        empty={
          <EmptyState
            title={says.empty(year)}
            advice={may('duties.work') ? says.emptyAdvice : says.emptyAdviceOthers}
          />
        }
      />
    </PrintSheet>
  )
}
