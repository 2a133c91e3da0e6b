import { type FocusEvent, type MouseEvent, useMemo } from 'react'
import type { GridControl } from './grid-control.ts'
import { cellKey } from './grid-model.ts'
import type { GridShape, Position } from './shape.ts'

interface PointerHandlers {
  readonly onMouseDown: (event: MouseEvent) => void
  readonly onMouseMove: (event: MouseEvent) => void
  readonly onDoubleClick: (event: MouseEvent) => void
  readonly onBlur: (event: FocusEvent) => void
}

/** Click, Shift+click or dragging for a range, double click to edit; listeners of the table, none of its cells. */
export function usePointer(control: GridControl, shape: GridShape): PointerHandlers {
  return useMemo(() => {
    let isDragging = false
    return {
      onMouseDown: (event) => {
        const cell = cellOf(event.target)
        const position = cell && positionOf(cell, shape)
        if (cell === undefined || position === undefined || event.button !== 0) return
        const isActive = cell.classList.contains('grid-cell-active')
        if (isActive && control.mode !== 'ready') return
        isDragging = true
        event.preventDefault()
        control.select(position, event.shiftKey)
        if (isActive) cell.querySelector('input')?.focus({ preventScroll: true })
      },
      onMouseMove: (event) => {
        if (!isDragging || event.buttons !== 1) {
          isDragging = false
          return
        }
        const cell = cellOf(event.target)
        const position = cell && positionOf(cell, shape)
        if (position !== undefined && !cell?.classList.contains('grid-cell-active')) control.select(position, true)
      },
      onDoubleClick: (event) => {
        if (cellOf(event.target) === undefined) return
        if (control.active?.column.kind === 'boolean') control.toggle()
        else control.begin('editing')
      },
      onBlur: ({ target, relatedTarget, currentTarget }) => {
        // A window that is left keeps its active element: typing goes on afterwards.
        if (document.activeElement === target) return
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) control.finish()
      },
    }
  }, [control, shape])
}

function cellOf(target: EventTarget): HTMLElement | undefined {
  const cell = target instanceof Element ? target.closest('td[data-row]') : null
  return cell instanceof HTMLElement ? cell : undefined
}

const positionOf = ({ dataset: { row = '', column = '' } }: HTMLElement, shape: GridShape): Position | undefined =>
  shape.find(cellKey(row, column))
