import type { Figure, NodeView } from '@eduduty/core/evaluation'
import { platformMessages } from '../messages/messages.ts'
import { traceMessages } from './messages.ts'

/** A yes-or-no item without a standard of its own is not 未报 by itself: what it rests on is, and it is 待定. */
export function shownOf(figure: Figure): string {
  const open = figure.status === 'missing' && figure.state === 'undecided' && figure.standard === undefined
  return open ? platformMessages.state.undecided : figure.shown
}

/** The same in words where the number counts what is lacking: 缺 3, or 不缺. */
export function shownFor(node: NodeView | undefined, figure: Figure): string {
  const shown = shownOf(figure)
  if (node?.lacking !== true || !/^\d[\d.]*$/.test(shown)) return shown
  return Number(shown) === 0 ? traceMessages.noneLacking : traceMessages.lacking(shown)
}
