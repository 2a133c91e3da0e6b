export interface RowWindow {
  readonly first: number
  /** Exclusive. */
  readonly last: number
  readonly above: number
  readonly below: number
}

const OVERSCAN = 12
/** Up to here all rows are drawn: search within the page and printing then see every one. */
export const DRAW_ALL = 400

/** Which rows of a long table are drawn, and the height of what stands above and below. All rows have one height. */
export function rowWindow(
  count: number,
  scrollTop: number,
  height: number,
  rowHeight: number,
  drawAll = DRAW_ALL,
): RowWindow {
  if (count <= drawAll) return { first: 0, last: count, above: 0, below: 0 }
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - OVERSCAN)
  const last = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN)
  return { first, last, above: first * rowHeight, below: (count - last) * rowHeight }
}
