import { type RefObject, useLayoutEffect } from 'react'
import type { GridControl } from './grid-control.ts'
import type { GridMode } from './grid-keys.ts'

/** What the field holds: the cell's text, selected as a whole, until typing begins; then only what is typed. */
export function useFieldText(
  field: RefObject<HTMLInputElement | null>,
  control: GridControl,
  shown: string,
  mode: GridMode,
): void {
  useLayoutEffect(() => {
    const input = field.current
    if (input === null || mode === 'typing') return
    if (mode === 'editing') {
      input.setSelectionRange(input.value.length, input.value.length)
      return
    }
    if (input.value !== shown) input.value = shown
    if (document.activeElement === input) input.select()
  }, [field, shown, mode])
  useLayoutEffect(() => {
    const input = field.current
    if (input === null || !control.wantsFocus) return
    control.wantsFocus = false
    input.focus({ preventScroll: true })
    input.select()
    input.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [field, control])
}
