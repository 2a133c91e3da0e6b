import { type CSSProperties, type ReactNode, useId, useMemo, useRef } from 'react'
import { EmptyState } from '../shell/empty-state.tsx'
import type { CellStore } from './cell-store.ts'
import { FormBody, FormHead } from './form-body.tsx'
import { GridBar } from './grid-bar.tsx'
import { GridLegend } from './grid-legend.tsx'
import { gridLines, headSpans } from './grid-lines.ts'
import type { CellEdit, GridColumn, GridLayout, GridRow } from './grid-model.ts'
import { gridMessages } from './messages.ts'
import { gridShape } from './shape.ts'
import { TableBody } from './table-body.tsx'
import { TableHead } from './table-head.tsx'
import { useClipboard } from './use-clipboard.ts'
import { type GridApi, useGridControl } from './use-grid-control.ts'
import { usePointer } from './use-pointer.ts'

interface GridProps {
  /** What is filled in here, for screen readers: 县城小学 2025 学年填报表. */
  readonly label: string
  /** `table`: rows × columns. `form`: items one below the other; a second, read-only row shows e.g. last year beside it. */
  readonly layout?: GridLayout
  /** Keep the arrays of columns and rows the same objects between renders: a new one draws the whole grid. */
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  /** Heading above the labels of the rows of a table. */
  readonly rowTitle?: string
  readonly cells: CellStore
  /**
   * A batch of edits; the texts stand in `cells` already. Answer by setting the states there, or give the batch to a
   * queue of `createEditQueue`, which does so. Texts that are no value of their column come too, with `problem`.
   */
  readonly onChange: (edits: readonly CellEdit[]) => void
  readonly onSelect?: (row: string, column: string) => void
  /** Ctrl+Enter: the detail of a cell. */
  readonly onOpen?: (row: string, column: string) => void
  /** Height of the scrolling box of a table; a form is as long as its items unless given. */
  readonly height?: string
  readonly autoFocus?: boolean
  /** Is given the means to go to a cell from outside, e.g. from a list of findings. */
  readonly onReady?: (grid: GridApi) => void
}

/**
 * The keyboard grid for filling forms, for up to about 2,000 cells: arrows, Tab, Enter, typing, F2, ranges, blocks from
 * and to Excel or WPS, undo, code lists, input methods. Every cell tells its state by shape, word and colour. Cells are
 * drawn one by one from the store; of more than 800 only lines in sight. Works without the asynchronous clipboard, so on http.
 */
export function Grid(props: GridProps): ReactNode {
  if (props.rows.length === 0 || props.columns.length === 0) return <EmptyState title={gridMessages.none} />
  return <FilledGrid {...props} />
}

function FilledGrid(props: GridProps): ReactNode {
  const { columns, rows, cells, layout = 'table', rowTitle = '' } = props
  const isForm = layout === 'form'
  const box = useRef<HTMLDivElement>(null)
  const barId = useId()
  const shape = useMemo(() => gridShape(columns, rows, layout), [columns, rows, layout])
  const control = useGridControl(cells, shape, box, props)
  const clipboard = useClipboard(control)
  const pointer = usePointer(control, shape)
  const headLines = !isForm && headSpans(columns).length > 0 ? 2 : 1
  const hasGroups = headSpans(columns).length > 0
  const bodyLines = isForm ? columns.length : gridLines(rows).length
  return (
    <div className={isForm ? 'grid grid-form' : 'grid'}>
      <div className="grid-box" ref={box} style={boxStyle(props.height)}>
        <table
          role="grid"
          className="grid-table"
          aria-label={props.label}
          aria-multiselectable="true"
          aria-rowcount={headLines + bodyLines}
          aria-colcount={isForm ? rows.length + (hasGroups ? 4 : 3) : columns.length + 1}
          style={isForm ? undefined : { width: columns.reduce((sum, column) => sum + column.width, LABEL_WIDTH) }}
          {...clipboard}
          {...pointer}
        >
          {isForm ? (
            <>
              <FormColumns hasGroups={hasGroups} rows={rows} />
              <FormHead rows={rows} hasGroups={hasGroups} />
              <FormBody control={control} columns={columns} rows={rows} barId={barId} />
            </>
          ) : (
            <>
              <colgroup>
                <col style={{ width: LABEL_WIDTH }} />
                {columns.map((column) => (
                  <col key={column.id} style={{ width: column.width }} />
                ))}
              </colgroup>
              <TableHead columns={columns} rowTitle={rowTitle} />
              <TableBody
                control={control}
                columns={columns}
                rows={rows}
                headLines={headLines}
                box={box}
                barId={barId}
              />
            </>
          )}
        </table>
      </div>
      <GridBar control={control} id={barId} />
      <GridLegend />
    </div>
  )
}

const LABEL_WIDTH = 200

function FormColumns(props: { hasGroups: boolean; rows: readonly GridRow[] }): ReactNode {
  return (
    <colgroup>
      <col style={{ width: 52 }} />
      {props.hasGroups && <col style={{ width: 112 }} />}
      <col />
      <col style={{ width: 84 }} />
      {props.rows.map((row) => (
        <col key={row.id} style={{ width: 208 }} />
      ))}
    </colgroup>
  )
}

/** The height goes through a variable, so that the print styles can do without it. */
const boxStyle = (height: string | undefined): CSSProperties =>
  height === undefined ? {} : Object.fromEntries([['--box-height', height]])
