import type { ReactNode } from 'react'
import { type Column, nextSort, type Sort, stickyLeft } from './column.ts'

/** Headings with unit and standard below; a click sorts, and the order is told to screen readers. */
export function LedgerHead<Row>(props: {
  columns: readonly Column<Row>[]
  sort: Sort | undefined
  onSort: ((sort: string | undefined) => void) | undefined
}): ReactNode {
  const { columns, sort, onSort } = props
  return (
    <thead>
      <tr>
        {columns.map((column, index) => {
          const left = stickyLeft(columns, index)
          const active = sort?.key === column.key
          const order = !active ? 'none' : sort.descending ? 'descending' : 'ascending'
          const sortable = column.sortBy !== undefined && onSort !== undefined
          return (
            <th
              key={column.key}
              scope="col"
              aria-sort={sortable ? order : undefined}
              className={`align-${column.align ?? 'left'}${left === undefined ? '' : ' sticky'}`}
              style={left === undefined ? undefined : { left }}
            >
              {sortable ? (
                <button type="button" className="sort" onClick={() => onSort(nextSort(sort, column.key))}>
                  {column.title}
                  <SortMark order={order} />
                </button>
              ) : (
                column.title
              )}
              {column.under !== undefined && <div className="under">{column.under}</div>}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function SortMark(props: { order: 'none' | 'ascending' | 'descending' }): ReactNode {
  return (
    <svg className={`sort-mark sort-${props.order}`} viewBox="0 0 8 12" aria-hidden="true">
      <path d="M1 4.5L4 1l3 3.5z" />
      <path d="M1 7.5L4 11l3-3.5z" />
    </svg>
  )
}
