import { memo, type ReactNode, type RefObject, useMemo, useSyncExternalStore } from 'react'
import { useRowWindow } from '../table/use-row-window.ts'
import { GridCell } from './grid-cell.tsx'
import type { GridControl } from './grid-control.ts'
import { drawnStretches, type GridLine, gridLines } from './grid-lines.ts'
import type { GridColumn, GridRow } from './grid-model.ts'

export const LINE_HEIGHT = 32
/** Up to so many cells all lines are drawn, and the browser's search finds them; beyond only those in sight, for quick keys. */
const DRAW_ALL_CELLS = 800

interface TableBodyProps {
  readonly control: GridControl
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  readonly headLines: number
  readonly box: RefObject<HTMLDivElement | null>
  readonly barId: string
}

/** The rows of the table, only those in sight of a long one. */
export function TableBody({ control, columns, rows, headLines, box, barId }: TableBodyProps): ReactNode {
  const lines = useMemo(() => gridLines(rows), [rows])
  const isLong = rows.length * columns.length > DRAW_ALL_CELLS
  const drawn = useRowWindow(box, lines.length, LINE_HEIGHT, isLong, 0)
  const active = useSyncExternalStore(control.subscribeBar, () => (isLong ? control.activeLine() : -1))
  const activeAt = useMemo(
    () => (active < 0 ? -1 : lines.findIndex((line) => 'y' in line && line.y === active)),
    [lines, active],
  )
  const parts: ReactNode[] = []
  let upTo = 0
  for (const { first, last } of drawnStretches(drawn, activeAt)) {
    const shown = lines.slice(first, last)
    // Keys keep every node in its place while the list scrolls: a node that moves would lose the focus within it.
    parts.push(<Gap key={`gap:${shown[0]?.key}`} lines={first - upTo} span={columns.length + 1} />)
    for (const [offset, line] of shown.entries()) {
      const rowIndex = headLines + first + offset + 1
      parts.push(<TableLine key={line.key} {...{ control, columns, line, rowIndex, barId }} />)
    }
    upTo = last
  }
  return (
    <tbody>
      {parts}
      <Gap lines={lines.length - upTo} span={columns.length + 1} />
    </tbody>
  )
}

function Gap(props: { lines: number; span: number }): ReactNode {
  if (props.lines <= 0) return null
  return (
    <tr className="grid-gap">
      <td colSpan={props.span} style={{ height: props.lines * LINE_HEIGHT }} />
    </tr>
  )
}

interface TableLineProps {
  readonly control: GridControl
  readonly columns: readonly GridColumn[]
  readonly line: GridLine
  readonly rowIndex: number
  readonly barId: string
}

const TableLine = memo(function TableLine({ control, columns, line, rowIndex, barId }: TableLineProps): ReactNode {
  if ('heading' in line) {
    return (
      <tr className="grid-heading" aria-rowindex={rowIndex}>
        <th scope="rowgroup" colSpan={columns.length + 1}>
          <span>{line.heading}</span>
        </th>
      </tr>
    )
  }
  return (
    <tr aria-rowindex={rowIndex}>
      <th scope="row" className="grid-row-label" aria-colindex={1} title={line.row.label}>
        {line.row.label}
      </th>
      {columns.map((column, index) => (
        <GridCell key={column.id} control={control} row={line.row} column={column} colIndex={index + 2} barId={barId} />
      ))}
    </tr>
  )
})
