import { memo, type ReactNode, useCallback, useSyncExternalStore } from 'react'
import { alignOf } from './align-of.ts'
import { CellInput } from './cell-input.tsx'
import { cellTooltip } from './cell-says.ts'
import type { GridControl } from './grid-control.ts'
import { cellKey, type GridColumn, type GridRow } from './grid-model.ts'
import { CellStateMark } from './state-mark.tsx'
import { shownText } from './tidy-cell.ts'

interface GridCellProps {
  readonly control: GridControl
  readonly row: GridRow
  readonly column: GridColumn
  /** Place in the columns as drawn, from 1. */
  readonly colIndex: number
  readonly barId: string
}

/** One cell. It hears of itself only: a change elsewhere does not draw it anew. */
export const GridCell = memo(function GridCell({ control, row, column, colIndex, barId }: GridCellProps): ReactNode {
  const key = cellKey(row.id, column.id)
  const subscribe = useCallback((listener: () => void) => control.views.subscribe(key, listener), [control, key])
  const { cell, isSelected, mode, wasTyped } = useSyncExternalStore(subscribe, () => control.views.get(key))
  const isReadOnly = row.readOnly === true || column.readOnly === true
  const hasMark = cell.state !== 'saved' || (wasTyped && cell.text !== '')
  const classes = ['grid-cell', `grid-${alignOf(column)}`, `grid-cell-${cell.state}`]
  if (isReadOnly) classes.push('grid-cell-read-only')
  if (isSelected) classes.push('grid-cell-selected')
  if (mode !== undefined) classes.push('grid-cell-active')
  return (
    <td
      role="gridcell"
      className={classes.join(' ')}
      data-row={row.id}
      data-column={column.id}
      title={cellTooltip(cell)}
      aria-colindex={colIndex}
      aria-selected={isSelected || mode !== undefined}
      aria-readonly={isReadOnly || cell.state === 'locked'}
      aria-invalid={cell.state === 'invalid'}
    >
      {hasMark && <CellStateMark state={cell.state} />}
      {mode === undefined ? (
        <span className="grid-text">{shownText(column, cell.text)}</span>
      ) : (
        <CellInput control={control} place={{ row, column, key }} cell={cell} mode={mode} barId={barId} />
      )}
      {cell.note !== undefined && mode === undefined && <span className="grid-note">{cell.note}</span>}
    </td>
  )
})
