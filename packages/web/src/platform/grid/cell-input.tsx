import { type CompositionEvent, type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { cellName } from './cell-says.ts'
import { CodeList, optionId } from './code-list.tsx'
import type { GridControl } from './grid-control.ts'
import { commandOf, type GridMode } from './grid-keys.ts'
import type { GridCell, GridCode } from './grid-model.ts'
import type { Place } from './shape.ts'
import { shownText } from './tidy-cell.ts'
import { useCodeList } from './use-code-list.ts'

interface CellInputProps {
  readonly control: GridControl
  readonly place: Place
  readonly cell: GridCell
  readonly mode: GridMode
  /** Id of the line that tells state and reason. */
  readonly barId: string
}

/**
 * The field of the active cell, and the only place of the grid that has the focus. While nothing is typed it holds the
 * whole text selected: whatever is typed, by an input method too, replaces it without a key being lost on the way.
 */
export function CellInput({ control, place, cell, mode, barId }: CellInputProps): ReactNode {
  const { row, column } = place
  const field = useRef<HTMLInputElement>(null)
  const listId = useId()
  const shown = shownText(column, cell.text)
  const isWritable = control.isWritable(place)
  const pick = (entry: GridCode) => {
    list.close()
    control.draft(entry.title)
    control.finish()
  }
  const list = useCodeList(column, cell.text, pick)
  useField(field, control, shown, mode)
  const isCode = column.kind === 'code' && isWritable
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === IN_COMPOSITION) return
    if (list.takes(event)) {
      event.preventDefault()
      return
    }
    const command = commandOf(pressOf(event), control.mode)
    if (command === undefined) return
    const opens = command.do === 'list' || (command.do === 'toggle' && column.kind === 'code')
    if (opens && isCode) list.open()
    else if (control.run(command)) list.close()
    else if (!opens) return
    event.preventDefault()
  }
  const compose = (event: CompositionEvent<HTMLInputElement>) => {
    if (control.mode === 'ready') control.begin('typing')
    control.draft(event.currentTarget.value)
  }
  return (
    <>
      <input
        ref={field}
        className={`grid-input grid-input-${mode}`}
        defaultValue={shown}
        readOnly={!isWritable}
        aria-label={cellName(row, column)}
        aria-describedby={barId}
        aria-invalid={cell.state === 'invalid'}
        aria-required={column.required === true}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={press}
        onCompositionStart={compose}
        onInput={(event) => {
          control.draft(event.currentTarget.value)
          if (isCode) list.filter(event.currentTarget.value)
        }}
        onBlur={(event) => {
          // A window that is left keeps its active element: then the typing goes on afterwards.
          if (document.activeElement !== event.currentTarget) list.close()
        }}
        {...(isCode && {
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-expanded': list.isOpen,
          'aria-controls': listId,
          'aria-activedescendant': list.isOpen && list.matches.length > 0 ? optionId(listId, list.at) : undefined,
        })}
      />
      {isCode && (
        <button
          type="button"
          className="grid-list-button"
          tabIndex={-1}
          aria-hidden="true"
          onMouseDown={(event) => {
            event.preventDefault()
            event.stopPropagation()
            field.current?.focus({ preventScroll: true })
            if (list.isOpen) list.close()
            else list.open()
          }}
        />
      )}
      {list.isOpen && (
        <CodeList id={listId} title={column.title} matches={list.matches} at={list.at} field={field} pick={pick} />
      )}
    </>
  )
}

/** Key code of every key that an input method swallows, in browsers that do not say `isComposing`. */
const IN_COMPOSITION = 229

/** What the field holds: the cell's text, selected as a whole, until typing begins; then only what is typed. */
function useField(
  field: { readonly current: HTMLInputElement | null },
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

const pressOf = (event: KeyboardEvent) => ({
  key: event.key,
  ctrl: event.ctrlKey || event.metaKey,
  shift: event.shiftKey,
  alt: event.altKey,
})
