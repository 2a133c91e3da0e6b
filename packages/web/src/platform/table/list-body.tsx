import type { ReactNode } from 'react'
import { EmptyState } from '../shell/empty-state.tsx'
import { ErrorState } from '../shell/error-state.tsx'
import { Loading } from '../shell/loading.tsx'
import type { Column } from './column.ts'
import { LedgerTable } from './ledger-table.tsx'

interface Emptiness {
  readonly title: string
  readonly advice: string
}

interface ListBodyProps<Row> {
  readonly label: string
  /** Undefined while they are read. */
  readonly rows: readonly Row[] | undefined
  readonly error: Error | null
  readonly retry: () => unknown
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  /** What is said where there is nothing to list. */
  readonly empty: Emptiness
}

/** The table of a page that lists what was read: why it failed, that it is read, or that there is nothing. */
export function ListBody<Row>({ label, rows, error, retry, columns, rowKey, empty }: ListBodyProps<Row>): ReactNode {
  if (error !== null) return <ErrorState error={error} retry={retry} />
  if (rows === undefined) return <Loading />
  return (
    <LedgerTable
      label={label}
      rows={rows}
      columns={columns}
      rowKey={rowKey}
      empty={<EmptyState title={empty.title} advice={empty.advice} />}
    />
  )
}
