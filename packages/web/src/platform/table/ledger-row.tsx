import { type KeyboardEvent, type ReactNode, useCallback } from 'react'
import { type Column, stickyLeft } from './column.ts'

export interface RowProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly onOpen?: (row: Row) => void
  readonly selected?: string | undefined
  /** A heading row above the first row of each group. */
  readonly groupOf?: (row: Row) => { key: string; heading: ReactNode } | undefined
  readonly rowClass?: (row: Row) => string | undefined
}

export function LedgerRow<Row>(props: RowProps<Row> & { row: Row; before: Row | undefined }): ReactNode {
  const { row, before, columns, groupOf, onOpen } = props
  const group = groupOf?.(row)
  const starts = group !== undefined && (before === undefined || groupOf?.(before)?.key !== group.key)
  const key = props.rowKey(row)
  const openRow = useCallback(() => onOpen?.(row), [onOpen, row])
  return (
    <>
      {starts && (
        <tr className="ledger-group">
          <th scope="rowgroup" colSpan={columns.length}>
            {group.heading}
          </th>
        </tr>
      )}
      <tr
        className={[props.rowClass?.(row), onOpen && 'opens', props.selected === key && 'selected']
          .filter(Boolean)
          .join(' ')}
        aria-selected={onOpen === undefined ? undefined : props.selected === key}
        tabIndex={onOpen === undefined ? undefined : 0}
        onClick={onOpen === undefined ? undefined : openRow}
        onKeyDown={onOpen === undefined ? undefined : (event) => moveOrOpen(event, openRow)}
      >
        {columns.map((column, index) => {
          const left = stickyLeft(columns, index)
          const extra = column.cellClass?.(row) ?? ''
          return (
            <td
              key={column.key}
              className={`align-${column.align ?? 'left'}${left === undefined ? '' : ' sticky'}${column.wrap === true ? ' wrap' : ''} ${extra}`}
              style={left === undefined ? undefined : { left }}
            >
              {column.cell(row)}
            </td>
          )
        })}
      </tr>
    </>
  )
}

/** Arrow keys walk the rows, Enter opens the panel of one. */
function moveOrOpen(event: KeyboardEvent<HTMLTableRowElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault()
    open()
    return
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  const step = (from: Element | null) =>
    event.key === 'ArrowDown' ? from?.nextElementSibling : from?.previousElementSibling
  let next = step(event.currentTarget)
  while (next instanceof HTMLElement && next.tabIndex < 0) next = step(next)
  if (next instanceof HTMLElement) next.focus()
}
