import { useMemo, useState } from 'react'
import type { CellPlace } from '../fill/task-queries.ts'

export interface BasketCell extends CellPlace {
  readonly reason: string
}

/** Cells that a reviewer has chosen to send back, each with its reason. */
export interface ReturnBasket {
  readonly cells: readonly BasketCell[]
  readonly has: (place: CellPlace) => boolean
  readonly put: (cell: BasketCell) => void
  readonly take: (place: CellPlace) => void
  readonly clear: () => void
}

const isAt = (a: CellPlace, b: CellPlace): boolean => a.row === b.row && a.column === b.column

/** In its place when it is there already: a list that is being typed into must not jump. */
function withCell(cells: readonly BasketCell[], cell: BasketCell): readonly BasketCell[] {
  return cells.some((one) => isAt(one, cell)) ? cells.map((one) => (isAt(one, cell) ? cell : one)) : [...cells, cell]
}

export function useReturnBasket(): ReturnBasket {
  const [cells, setCells] = useState<readonly BasketCell[]>([])
  return useMemo(
    () => ({
      cells,
      has: (place) => cells.some((cell) => isAt(cell, place)),
      put: (cell) => setCells((before) => withCell(before, cell)),
      take: (place) => setCells((before) => before.filter((one) => !isAt(one, place))),
      clear: () => setCells([]),
    }),
    [cells],
  )
}
