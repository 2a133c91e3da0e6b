import type { GridShape, Position } from './shape.ts'

/** The active cell is `focus`; the range reaches from it to `anchor`. */
export interface Selection {
  readonly anchor: Position
  readonly focus: Position
  /** Field in which a run of Tab began: Enter goes back below it, as in a spreadsheet. */
  readonly runStart?: number
}

export interface Bounds {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export type Motion =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'next'
  | 'previous'
  | 'enter'
  | 'enterBack'
  | 'lineStart'
  | 'lineEnd'
  | 'gridStart'
  | 'gridEnd'
  | 'pageUp'
  | 'pageDown'

export const selectOne = (position: Position): Selection => ({ anchor: position, focus: position })

export function boundsOf({ anchor, focus }: Selection): Bounds {
  return {
    top: Math.min(anchor.y, focus.y),
    left: Math.min(anchor.x, focus.x),
    bottom: Math.max(anchor.y, focus.y),
    right: Math.max(anchor.x, focus.x),
  }
}

export function positionsIn({ top, left, bottom, right }: Bounds): readonly Position[] {
  const found: Position[] = []
  for (let y = top; y <= bottom; y += 1) for (let x = left; x <= right; x += 1) found.push({ y, x })
  return found
}

export const isInside = ({ top, left, bottom, right }: Bounds, { y, x }: Position): boolean =>
  y >= top && y <= bottom && x >= left && x <= right

type Size = Pick<GridShape, 'height' | 'width'>

/** The selection after a key; undefined when Tab leaves the grid at either end. */
export function moved(
  selection: Selection,
  motion: Motion,
  size: Size,
  { extend = false, page = 10 }: { readonly extend?: boolean; readonly page?: number } = {},
): Selection | undefined {
  const target = targetOf(selection, motion, size, page)
  if (target === undefined) return undefined
  if (extend) return { anchor: selection.anchor, focus: target }
  const isRun = motion === 'next' || motion === 'previous'
  return isRun ? { ...selectOne(target), runStart: selection.runStart ?? selection.focus.x } : selectOne(target)
}

function targetOf(selection: Selection, motion: Motion, size: Size, page: number): Position | undefined {
  const { y, x } = selection.focus
  const column = selection.runStart ?? x
  switch (motion) {
    case 'up':
      return clamp({ y: y - 1, x }, size)
    case 'down':
      return clamp({ y: y + 1, x }, size)
    case 'left':
      return clamp({ y, x: x - 1 }, size)
    case 'right':
      return clamp({ y, x: x + 1 }, size)
    case 'next':
      return along(y * size.width + x + 1, size)
    case 'previous':
      return along(y * size.width + x - 1, size)
    case 'enter':
      return y + 1 < size.height ? { y: y + 1, x: column } : { y, x }
    case 'enterBack':
      return y > 0 ? { y: y - 1, x: column } : { y, x }
    case 'lineStart':
      return { y, x: 0 }
    case 'lineEnd':
      return { y, x: size.width - 1 }
    case 'gridStart':
      return { y: 0, x: 0 }
    case 'gridEnd':
      return { y: size.height - 1, x: size.width - 1 }
    case 'pageUp':
      return clamp({ y: y - page, x }, size)
    case 'pageDown':
      return clamp({ y: y + page, x }, size)
  }
}

function along(index: number, { height, width }: Size): Position | undefined {
  if (index < 0 || index >= height * width) return undefined
  return { y: Math.floor(index / width), x: index % width }
}

export function clamp({ y, x }: Position, { height, width }: Size): Position {
  return { y: Math.max(0, Math.min(height - 1, y)), x: Math.max(0, Math.min(width - 1, x)) }
}
