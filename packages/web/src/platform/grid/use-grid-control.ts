import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import type { CellStore } from './cell-store.ts'
import { GridControl } from './grid-control.ts'
import { type CellEdit, cellKey } from './grid-model.ts'
import type { GridShape } from './shape.ts'
import { LINE_HEIGHT } from './table-body.tsx'

/** What a page may ask of the grid. */
export interface GridApi {
  /** Makes a cell active and brings it into sight. */
  readonly goTo: (row: string, column: string) => void
  /** Takes what is being typed into its cell: before submitting, or leaving. */
  readonly finish: () => void
  /** Cells were written by another way than typing; it can be undone like typing. */
  readonly remember: (edits: readonly CellEdit[]) => void
}

interface Listeners {
  readonly onChange: (edits: readonly CellEdit[]) => void
  readonly onSelect?: (row: string, column: string) => void
  readonly onOpen?: (row: string, column: string) => void
  readonly onReady?: (grid: GridApi) => void
  readonly autoFocus?: boolean
}

/** One control for the life of the grid; it follows rows, columns and listeners, and takes typing in when the grid goes. */
export function useGridControl(
  cells: CellStore,
  shape: GridShape,
  box: RefObject<HTMLDivElement | null>,
  listeners: Listeners,
): GridControl {
  const [control] = useState(() => {
    const made = new GridControl(cells, shape)
    made.wantsFocus = listeners.autoFocus === true
    return made
  })
  useLayoutEffect(() => {
    control.listeners = {
      onChange: listeners.onChange,
      onSelect: ({ row, column }) => listeners.onSelect?.(row.id, column.id),
      onOpen: ({ row, column }) => listeners.onOpen?.(row.id, column.id),
    }
  })
  useLayoutEffect(() => control.reshape(shape), [control, shape])
  useEffect(() => {
    const stop = control.connect()
    const finish = () => control.finish()
    const measure = () => {
      control.page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / LINE_HEIGHT) - 2)
    }
    measure()
    window.addEventListener('pagehide', finish)
    window.addEventListener('resize', measure)
    return () => {
      finish()
      stop()
      window.removeEventListener('pagehide', finish)
      window.removeEventListener('resize', measure)
    }
  }, [control, box])
  const { onReady } = listeners
  useEffect(() => {
    const goTo = (row: string, column: string) => {
      control.goTo(cellKey(row, column))
      box.current?.querySelector('input')?.focus()
    }
    onReady?.({ goTo, finish: () => control.finish(), remember: (edits) => control.remember(edits) })
  }, [control, box, onReady])
  return control
}
