import type { GridMode } from './grid-keys.ts'
import type { GridCell } from './grid-model.ts'

/** How one cell is drawn. The same object as long as nothing of it changes. */
export interface CellView {
  readonly cell: GridCell
  readonly isSelected: boolean
  /** Set for the active cell only. */
  readonly mode?: GridMode
  /** Filled in since the page was opened: once saved it carries a tick. */
  readonly wasTyped: boolean
}

export interface CellViews {
  readonly get: (key: string) => CellView
  readonly subscribe: (key: string, listener: () => void) => () => void
  /** Tells those who draw these cells that they may look otherwise. */
  readonly touch: (keys: Iterable<string>) => void
}

/** Remembers what each cell looked like, so that a change of one cell draws that cell only. */
export function createCellViews(look: (key: string) => CellView): CellViews {
  const shown = new Map<string, CellView>()
  const listeners = new Map<string, Set<() => void>>()
  return {
    get: (key) => {
      const now = look(key)
      const before = shown.get(key)
      if (before !== undefined && isSame(before, now)) return before
      shown.set(key, now)
      return now
    },
    subscribe: (key, listener) => {
      const own = listeners.get(key) ?? new Set()
      listeners.set(key, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0) listeners.delete(key)
      }
    },
    touch: (keys) => {
      for (const key of new Set(keys)) for (const listener of [...(listeners.get(key) ?? [])]) listener()
    },
  }
}

const isSame = (a: CellView, b: CellView): boolean =>
  a.cell === b.cell && a.isSelected === b.isSelected && a.mode === b.mode && a.wasTyped === b.wasTyped
