import { type ReactNode, useSyncExternalStore } from 'react'
import { cellName, cellSays } from './cell-says.ts'
import type { GridControl } from './grid-control.ts'
import { gridMessages } from './messages.ts'
import { CellStateLabel } from './state-mark.tsx'

/** The line below the grid: which cell, in which state and why, what was repaired, and what came of the last paste or undo. */
export function GridBar(props: { control: GridControl; id: string }): ReactNode {
  const { control } = props
  const { place, cell, repairs, lines, fields, said } = useSyncExternalStore(control.subscribeBar, control.bar)
  if (place === undefined || cell === undefined) return null
  const { row, column } = place
  const isReadOnly = row.readOnly === true || column.readOnly === true
  return (
    <div className="grid-bar">
      <p className="grid-bar-cell">
        <span className="grid-bar-name">{cellName(row, column)}</span>
        {lines * fields > 1 && <span className="muted">{gridMessages.selected(lines, fields)}</span>}
        <span id={props.id}>
          {isReadOnly ? (
            <span className="muted">{gridMessages.readOnly}</span>
          ) : cell.text === '' && cell.state === 'saved' ? (
            <span className="muted">{gridMessages.emptyCell}</span>
          ) : (
            <CellStateLabel state={cell.state} />
          )}
          <span className={cell.state === 'invalid' ? 'grid-bar-why wrong' : 'grid-bar-why'}>{cellSays(cell)}</span>
          {repairs.length > 0 && <span className="grid-bar-repairs">{gridMessages.repaired(repairs)}</span>}
        </span>
      </p>
      <p className="grid-bar-hint muted">{column.hint}</p>
      <p className="grid-bar-said" role="status">
        {said}
      </p>
    </div>
  )
}
