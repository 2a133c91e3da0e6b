import type { Motion } from './selection.ts'

/** `ready`: a cell is active. `typing`: begun by typing, arrows finish it. `editing`: begun by F2, arrows move in the text. */
export type GridMode = 'ready' | 'typing' | 'editing'

export type Command =
  | { readonly do: 'move'; readonly motion: Motion; readonly extend: boolean }
  | { readonly do: 'edit' | 'cancel' | 'clear' | 'selectAll' | 'undo' | 'redo' | 'toggle' | 'list' | 'open' }

export interface KeyPress {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
}

const motions: Readonly<Record<string, Motion>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'lineStart',
  End: 'lineEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
}

const edges: Readonly<Record<string, Motion>> = {
  ArrowUp: 'gridStart',
  ArrowDown: 'gridEnd',
  ArrowLeft: 'lineStart',
  ArrowRight: 'lineEnd',
  Home: 'gridStart',
  End: 'gridEnd',
}

/** What a key asks of the grid; undefined leaves it to the field, so that typing, Ctrl+C and Ctrl+V stay the browser's. */
export function commandOf(press: KeyPress, mode: GridMode): Command | undefined {
  const { key, ctrl, shift, alt } = press
  if (key === 'Tab' && !ctrl && !alt) return { do: 'move', motion: shift ? 'previous' : 'next', extend: false }
  if (key === 'Enter' && ctrl) return { do: 'open' }
  if (key === 'Enter' && !alt) return { do: 'move', motion: shift ? 'enterBack' : 'enter', extend: false }
  if (key === 'Escape') return { do: 'cancel' }
  if (alt) return key === 'ArrowDown' || key === 'ArrowUp' ? { do: 'list' } : undefined
  if (mode === 'editing') return undefined
  if (mode === 'typing') return ctrl || shift ? undefined : move(arrowOnly(key), false)
  if (ctrl) return controlCommand(key, shift)
  if (key === 'F2') return { do: 'edit' }
  if (key === 'Delete' || key === 'Backspace') return { do: 'clear' }
  if (key === ' ') return { do: 'toggle' }
  return move(motions[key], shift)
}

const arrowOnly = (key: string): Motion | undefined => (key.startsWith('Arrow') ? motions[key] : undefined)

const move = (motion: Motion | undefined, extend: boolean): Command | undefined =>
  motion === undefined ? undefined : { do: 'move', motion, extend }

function controlCommand(key: string, shift: boolean): Command | undefined {
  switch (key.toLowerCase()) {
    case 'a':
      return { do: 'selectAll' }
    case 'z':
      return { do: shift ? 'redo' : 'undo' }
    case 'y':
      return { do: 'redo' }
    default:
      return move(edges[key], shift)
  }
}
