import type { KeyboardEvent } from 'react'
import type { GridControl } from './grid-control.ts'
import { commandOf } from './grid-keys.ts'
import type { CodeListState } from './use-code-list.ts'

/** Key code of every key that an input method swallows, in browsers that do not say `isComposing`. */
const IN_COMPOSITION = 229

/** A key in the field of the active cell: the input method's first, then the open list's, then the grid's, else the field's. */
export function pressInField(event: KeyboardEvent, control: GridControl, list: CodeListState | undefined): void {
  if (event.nativeEvent.isComposing || event.keyCode === IN_COMPOSITION) return
  if (list?.takes(event) === true) {
    event.preventDefault()
    return
  }
  const press = {
    key: event.key,
    ctrl: event.ctrlKey || event.metaKey,
    shift: event.shiftKey,
    alt: event.altKey,
  }
  const command = commandOf(press, control.mode)
  if (command === undefined) return
  const opensList = list !== undefined && (command.do === 'list' || command.do === 'toggle')
  if (opensList) list.open()
  else if (!control.run(command)) return
  else list?.close()
  event.preventDefault()
}
