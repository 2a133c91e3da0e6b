import type { ReactNode } from 'react'
import { alignOf } from './align-of.ts'
import { headSpans } from './grid-lines.ts'
import type { GridColumn } from './grid-model.ts'
import { gridMessages } from './messages.ts'

/** Headings of the table: merged ones of groups above, then title, unit and 必填. */
export function TableHead(props: { columns: readonly GridColumn[]; rowTitle: string }): ReactNode {
  const { columns, rowTitle } = props
  const spans = headSpans(columns)
  const starts = new Set(spans.map((span) => span.key))
  return (
    <thead>
      {spans.length > 0 && (
        <tr className="grid-head-groups" aria-rowindex={1}>
          <th scope="col" className="grid-corner" rowSpan={2} aria-colindex={1}>
            {rowTitle}
          </th>
          {spans.map((span) => (
            <th
              key={span.key}
              scope="colgroup"
              colSpan={span.count}
              className="grid-group-start"
              aria-colindex={columns.findIndex((column) => column.id === span.key) + 2}
            >
              {span.group}
            </th>
          ))}
        </tr>
      )}
      <tr className={spans.length > 0 ? 'grid-head-below' : undefined} aria-rowindex={spans.length > 0 ? 2 : 1}>
        {spans.length === 0 && (
          <th scope="col" className="grid-corner" aria-colindex={1}>
            {rowTitle}
          </th>
        )}
        {columns.map((column, index) => (
          <th
            key={column.id}
            scope="col"
            className={`grid-${alignOf(column)}${starts.has(column.id) ? ' grid-group-start' : ''}`}
            aria-colindex={index + 2}
            title={column.hint}
          >
            {column.title}
            {(column.unit !== undefined || column.required === true) && (
              <span className="under grid-under">
                <span>{column.unit}</span>
                {column.required === true && <span className="grid-required">{gridMessages.required}</span>}
              </span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
