import type { TaskDetail } from '@eduduty/core/collection/tasks'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FillSearch } from './fill-search.ts'
import { FORM_ROW, LAST_YEAR, rowNumber } from './form-shape.ts'
import type { CellPlace } from './task-queries.ts'

/** The cell at which the reader is; that of last year stands for this year's. */
export function useSelectedCell(detail: TaskDetail) {
  const [selected, setSelected] = useState<{ row: string; column: string }>()
  const onSelect = useCallback((row: string, column: string) => {
    setSelected({ row: row === LAST_YEAR ? FORM_ROW : row, column })
  }, [])
  const place = useMemo(
    () => selected && { row: rowNumber(detail, selected.row), column: selected.column },
    [detail, selected],
  )
  return { place, onSelect }
}

/** Goes to the cell that the address names once its row is shown: afterwards the reader is free to go elsewhere. */
export function useAddressedCell(
  { column, row }: FillSearch,
  { task, rows }: Pick<TaskDetail, 'task' | 'rows'>,
  goTo: (place: CellPlace) => void,
): void {
  const been = useRef<string>(undefined)
  const isShown = isRowShown({ task, rows }, Number(row) || 0)
  useEffect(() => {
    const named = `${row ?? ''} ${column ?? ''}`
    if (column === undefined) been.current = undefined
    if (column === undefined || !isShown || been.current === named) return
    been.current = named
    goTo({ row: Number(row) || 0, column })
  }, [column, row, isShown, goTo])
}

/** Of a roster only some rows are shown; a form shows its only row. */
export const isRowShown = ({ task, rows }: Pick<TaskDetail, 'task' | 'rows'>, row: number): boolean =>
  !task.is_roster || rows.some(({ row_no }) => row_no === row)
