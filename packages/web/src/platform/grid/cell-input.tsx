import { type MouseEvent, type ReactNode, type RefObject, useId, useRef } from 'react'
import { cellName } from './cell-says.ts'
import { CodeList, optionId } from './code-list.tsx'
import type { GridControl } from './grid-control.ts'
import type { GridMode } from './grid-keys.ts'
import type { GridCell, GridCode } from './grid-model.ts'
import { pressInField } from './press-in-field.ts'
import type { Place } from './shape.ts'
import { shownText } from './tidy-cell.ts'
import { type CodeListState, useCodeList } from './use-code-list.ts'
import { useFieldText } from './use-field-text.ts'

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
  const isCode = column.kind === 'code' && isWritable
  const pick = (entry: GridCode) => {
    list.close()
    control.draft(entry.title)
    control.finish()
  }
  const list = useCodeList(column, cell.text, pick)
  useFieldText(field, control, shown, mode)
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
        onKeyDown={(event) => pressInField(event, control, isCode ? list : undefined)}
        onCompositionStart={(event) => control.draft(event.currentTarget.value)}
        onInput={(event) => {
          control.draft(event.currentTarget.value)
          if (isCode) list.filter(event.currentTarget.value)
        }}
        // A window that is left keeps its active element: then the typing goes on afterwards.
        onBlur={(event) => document.activeElement !== event.currentTarget && list.close()}
        {...(isCode && comboboxProps(list, listId))}
      />
      {isCode && <ListButton field={field} list={list} />}
      {list.isOpen && (
        <CodeList id={listId} title={column.title} matches={list.matches} at={list.at} field={field} pick={pick} />
      )}
    </>
  )
}

const comboboxProps = (list: CodeListState, listId: string) =>
  ({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': list.isOpen,
    'aria-controls': listId,
    'aria-activedescendant': list.isOpen && list.matches.length > 0 ? optionId(listId, list.at) : undefined,
  }) as const

/** For the mouse; by the keyboard it is Alt+↓. */
function ListButton(props: { field: RefObject<HTMLInputElement | null>; list: CodeListState }): ReactNode {
  const { field, list } = props
  const turn = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
    field.current?.focus({ preventScroll: true })
    if (list.isOpen) list.close()
    else list.open()
  }
  return <button type="button" className="grid-list-button" tabIndex={-1} aria-hidden="true" onMouseDown={turn} />
}
