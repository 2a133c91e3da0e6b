import type { CellEdit, CellResult } from '@eduduty/core/collection'
import type { SavedEdits } from './save-cells.ts'

/** Cells of a file that were taken. Wrong text stands in its cell as it was typed, to be mended: that is not taken. */
export function countTaken(edits: readonly CellEdit[], { changed, results }: SavedEdits): number {
  return changed - results.filter((one) => isNewlyWrong(edits, one)).length
}

const isNewlyWrong = (edits: readonly CellEdit[], { column, state }: CellResult): boolean =>
  state === 'invalid' && edits.some((edit) => edit.column === column && edit.from !== edit.to)
