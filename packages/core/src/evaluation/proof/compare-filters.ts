import type { Node } from '../../formula/index.ts'
import { type Delta, SAME } from './delta.ts'

type Inner = (before: Node, after: Node) => Delta

/** A condition on rows: one more leaves fewer. */
export function compareFilters(before: Node | undefined, after: Node | undefined, inner: Inner): Delta {
  if (before !== undefined && after !== undefined) return inner(before, after)
  if (before === after) return SAME
  return new Set(['same', before === undefined ? 'down' : 'up'])
}
