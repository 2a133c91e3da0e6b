import type { CellStore } from './cell-store.ts'
import { type EditHistory, NO_HISTORY, redone, remember, undone } from './edit-history.ts'
import { type CellEdit, cellKey } from './grid-model.ts'
import type { GridShape, Place } from './shape.ts'
import { planWriting, type TypedCell, type WritingPlan } from './write-cells.ts'

/** One step through the history. */
export interface HistoryStep {
  readonly changed: readonly Place[]
  /** Cells that were locked, changed by somebody else or taken away since, and left alone. */
  readonly left: number
}

/** Writes texts into the cells of a grid, hands the edits to the owner, and remembers the way back. */
export class CellWriter {
  onChange: (edits: readonly CellEdit[]) => void = () => {}
  readonly #cells: CellStore
  #history: EditHistory = NO_HISTORY
  readonly #repairs = new Map<string, readonly string[]>()

  constructor(cells: CellStore) {
    this.#cells = cells
  }

  isWritable({ row, column, key }: Place): boolean {
    return row.readOnly !== true && column.readOnly !== true && this.#cells.getByKey(key).state !== 'locked'
  }

  /** What was repaired in a cell when it was last written; undefined for a cell nobody has written to. */
  repairsOf(key: string): readonly string[] | undefined {
    return this.#repairs.get(key)
  }

  /** Repairs, judges and writes typed texts as one step. */
  write(typed: readonly TypedCell[]): WritingPlan {
    const plan = planWriting(typed, this.#cells.getByKey)
    this.#history = remember(this.#history, plan.edits)
    this.#apply(plan)
    return plan
  }

  /** What was written into the cells by another way than typing, as one step that can be undone. */
  remember(edits: readonly CellEdit[]): void {
    this.#history = remember(this.#history, edits)
  }

  /** Undefined when there is no step in this direction. Texts come back exactly, unrepaired. */
  step(direction: 'undo' | 'redo', shape: GridShape): HistoryStep | undefined {
    const step = direction === 'undo' ? undone(this.#history) : redone(this.#history)
    if (step === undefined) return undefined
    this.#history = step.history
    const typed = step.edits.flatMap(({ row, column, from, to }): TypedCell[] => {
      const position = shape.find(cellKey(row, column))
      const place = position && shape.at(position)
      if (place === undefined || !this.isWritable(place)) return []
      return this.#cells.getByKey(place.key).text === from ? [{ place, text: to }] : []
    })
    this.#apply(planWriting(typed, this.#cells.getByKey, true))
    return { changed: typed.map(({ place }) => place), left: step.edits.length - typed.length }
  }

  #apply(plan: WritingPlan): void {
    for (const [key, repairs] of plan.repairs) this.#repairs.set(key, repairs)
    this.#cells.set(plan.patches)
    if (plan.edits.length > 0) this.onChange(plan.edits)
  }
}
