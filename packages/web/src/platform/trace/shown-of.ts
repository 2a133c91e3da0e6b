import type { Figure } from '@eduduty/core/evaluation'
import { platformMessages } from '../messages/messages.ts'

/** A yes-or-no item without a standard of its own is not 未报 by itself: what it rests on is, and it is 待定. */
export function shownOf(figure: Figure): string {
  const open = figure.status === 'missing' && figure.state === 'undecided' && figure.standard === undefined
  return open ? platformMessages.state.undecided : figure.shown
}
