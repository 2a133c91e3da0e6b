import { type CSSProperties, type ReactNode, useRef } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { EmptyState } from '../shell/empty-state.tsx'
import { parseSort, sortRows } from './column.ts'
import { LedgerHead } from './ledger-head.tsx'
import { LedgerRow, type RowProps } from './ledger-row.tsx'
import { useRowWindow } from './use-row-window.ts'

interface LedgerTableProps<Row> extends RowProps<Row> {
  /** What the table lists, for screen readers. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly sort?: string | undefined
  readonly onSort?: (sort: string | undefined) => void
  readonly empty?: ReactNode
  /** Height of the scrolling box; without it the table is as long as its rows. */
  readonly height?: string
  /** Lines in each row; text beyond is cut. Rows of a long list must all be as high. */
  readonly lines?: 1 | 2
}

const ROW_HEIGHT = { 1: 32, 2: 54 } as const

/** One real table: headings repeat in print, leading columns stick, long lists draw only what is in sight. */
export function LedgerTable<Row>(props: LedgerTableProps<Row>): ReactNode {
  if (props.rows.length === 0) return props.empty ?? <EmptyState title={platformMessages.table.empty} />
  return <FilledTable {...props} />
}

function FilledTable<Row>(props: LedgerTableProps<Row>): ReactNode {
  const { columns, rows, height, lines = 1 } = props
  const sort = parseSort(props.sort)
  const sorted = sortRows(rows, columns, sort)
  const box = useRef<HTMLDivElement>(null)
  const drawn = useRowWindow(box, sorted.length, ROW_HEIGHT[lines], height !== undefined)
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <div className="ledger-box" ref={box} style={cssVariable('--box-height', height)}>
      <table
        className={lines === 2 ? 'ledger ledger-two' : 'ledger'}
        aria-label={props.label}
        style={cssVariable('--table-width', `${total}px`)}
        aria-rowcount={sorted.length}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={{ width: column.width }} />
          ))}
        </colgroup>
        <LedgerHead columns={columns} sort={sort} onSort={props.onSort} />
        <tbody>
          <Spacer height={drawn.above} span={columns.length} />
          {sorted.slice(drawn.first, drawn.last).map((row, at, shown) => (
            <LedgerRow key={props.rowKey(row)} {...props} row={row} before={shown[at - 1]} />
          ))}
          <Spacer height={drawn.below} span={columns.length} />
        </tbody>
      </table>
    </div>
  )
}

function Spacer(props: { height: number; span: number }): ReactNode {
  if (props.height === 0) return null
  return (
    <tr className="ledger-spacer">
      <td colSpan={props.span} style={{ height: props.height }} />
    </tr>
  )
}

/** Sizes go through variables, so that the print styles can do without them. */
function cssVariable(name: `--${string}`, value: string | undefined): CSSProperties {
  return value === undefined ? {} : Object.fromEntries([[name, value]])
}
