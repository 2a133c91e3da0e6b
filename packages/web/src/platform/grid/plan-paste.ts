import { type Bounds, boundsOf, type Selection } from './selection.ts'
import type { GridShape, Place } from './shape.ts'
import type { Block } from './tsv.ts'

export interface PastePlan {
  readonly typed: readonly { readonly place: Place; readonly text: string }[]
  /** Cells of the block that stand over cells that take nothing. */
  readonly skipped: number
  /** Lines and fields of the block that would stand outside the grid. */
  readonly linesBeyond: number
  readonly fieldsBeyond: number
  /** What the selection covers afterwards. */
  readonly covered: Bounds
}

/**
 * Where each text of a block goes: from the upper left cell of the selection on; a block that fits into the selected
 * range a whole number of times fills the range. Nothing is cut silently: the plan counts what has no place.
 */
export function planPaste(
  block: Block,
  selection: Selection,
  shape: GridShape,
  isWritable: (place: Place) => boolean,
): PastePlan {
  const range = boundsOf(selection)
  const height = block.length
  const width = Math.max(0, ...block.map((line) => line.length))
  const times = fits(range, height, width) ? sizeOf(range) : { height, width }
  const covered = {
    top: range.top,
    left: range.left,
    bottom: Math.min(shape.height, range.top + times.height) - 1,
    right: Math.min(shape.width, range.left + times.width) - 1,
  }
  const typed: { place: Place; text: string }[] = []
  let skipped = 0
  for (let y = covered.top; y <= covered.bottom; y += 1) {
    for (let x = covered.left; x <= covered.right; x += 1) {
      const place = shape.at({ y, x })
      const text = block[(y - covered.top) % height]?.[(x - covered.left) % width]
      if (place === undefined || text === undefined) continue
      if (isWritable(place)) typed.push({ place, text })
      else skipped += 1
    }
  }
  return {
    typed,
    skipped,
    linesBeyond: Math.max(0, range.top + times.height - shape.height),
    fieldsBeyond: Math.max(0, range.left + times.width - shape.width),
    covered,
  }
}

const sizeOf = ({ top, left, bottom, right }: Bounds) => ({ height: bottom - top + 1, width: right - left + 1 })

function fits(range: Bounds, height: number, width: number): boolean {
  const size = sizeOf(range)
  return height > 0 && width > 0 && size.height % height === 0 && size.width % width === 0
}
