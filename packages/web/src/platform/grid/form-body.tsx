import { memo, type ReactNode } from 'react'
import { GridCell } from './grid-cell.tsx'
import type { GridControl } from './grid-control.ts'
import { headSpans } from './grid-lines.ts'
import type { GridColumn, GridRow } from './grid-model.ts'
import { gridMessages } from './messages.ts'

/** Headings of the vertical form: 序号, 类别, 填报项目, 单位, then one column of values for each row. */
export function FormHead(props: { rows: readonly GridRow[]; hasGroups: boolean }): ReactNode {
  const lead = props.hasGroups
    ? [gridMessages.number, gridMessages.group, gridMessages.item, gridMessages.unit]
    : [gridMessages.number, gridMessages.item, gridMessages.unit]
  return (
    <thead>
      <tr aria-rowindex={1}>
        {lead.map((title, index) => (
          <th key={title} scope="col" aria-colindex={index + 1}>
            {title}
          </th>
        ))}
        {props.rows.map((row, index) => (
          <th key={row.id} scope="col" aria-colindex={lead.length + index + 1}>
            {row.label}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface FormBodyProps {
  readonly control: GridControl
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  readonly barId: string
}

/** One line an item, in groups, as in the official school form. */
export function FormBody({ control, columns, rows, barId }: FormBodyProps): ReactNode {
  const spans = headSpans(columns)
  const counts = new Map(spans.map((span) => [span.key, span.count]))
  return (
    <tbody>
      {columns.map((column, index) => (
        <FormLine
          key={column.id}
          control={control}
          column={column}
          rows={rows}
          number={column.no ?? index + 1}
          rowIndex={index + 2}
          groupLines={counts.get(column.id) ?? 0}
          lead={spans.length === 0 ? 3 : 4}
          barId={barId}
        />
      ))}
    </tbody>
  )
}

interface FormLineProps {
  readonly control: GridControl
  readonly column: GridColumn
  readonly rows: readonly GridRow[]
  readonly number: number
  readonly rowIndex: number
  /** Lines of the group that begins here; 0 within one. */
  readonly groupLines: number
  /** Columns before the values. */
  readonly lead: number
  readonly barId: string
}

const FormLine = memo(function FormLine(props: FormLineProps): ReactNode {
  const { control, column, rows, number, rowIndex, groupLines, lead, barId } = props
  return (
    <tr aria-rowindex={rowIndex} className={groupLines > 0 ? 'grid-form-start' : undefined}>
      <td className="grid-form-number" aria-colindex={1}>
        {number}
      </td>
      {groupLines > 0 && (
        <th scope="rowgroup" rowSpan={groupLines} className="grid-form-group" aria-colindex={2}>
          <span>{column.group}</span>
        </th>
      )}
      <th scope="row" className="grid-form-item" aria-colindex={lead - 1}>
        {column.title}
        {column.required === true && <span className="grid-required">{gridMessages.required}</span>}
      </th>
      <td className="grid-form-unit" aria-colindex={lead}>
        {column.unit}
      </td>
      {rows.map((row, index) => (
        <GridCell key={row.id} control={control} row={row} column={column} colIndex={lead + index + 1} barId={barId} />
      ))}
    </tr>
  )
})
