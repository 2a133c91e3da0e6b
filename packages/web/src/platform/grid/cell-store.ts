import { type CellPatch, cellKey, EMPTY_CELL, type GridCell } from './grid-model.ts'

/** The cells of one form, outside of React: who draws a cell hears only of that cell. */
export interface CellStore {
  /** An absent cell is empty and saved. */
  readonly get: (row: string, column: string) => GridCell
  readonly getByKey: (key: string) => GridCell
  readonly set: (patches: readonly CellPatch[]) => void
  /** Called with the keys of the cells that changed. */
  readonly subscribe: (listener: (keys: readonly string[]) => void) => () => void
}

/** Create one for a form (`useState(() => createCellStore(patches))`), fill and change it with `set`. */
export function createCellStore(initial: readonly CellPatch[] = []): CellStore {
  const cells = new Map<string, GridCell>()
  const listeners = new Set<(keys: readonly string[]) => void>()
  const getByKey = (key: string) => cells.get(key) ?? EMPTY_CELL
  const put = ({ row, column, cell }: CellPatch): string[] => {
    const key = cellKey(row, column)
    if (isSame(getByKey(key), cell)) return []
    cells.set(key, cell)
    return [key]
  }
  initial.forEach(put)
  return {
    getByKey,
    get: (row, column) => getByKey(cellKey(row, column)),
    set: (patches) => {
      const changed = patches.flatMap(put)
      if (changed.length > 0) for (const listener of [...listeners]) listener(changed)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const isSame = (a: GridCell, b: GridCell): boolean =>
  a.text === b.text && a.state === b.state && a.message === b.message && a.by === b.by
