import { type KeyboardEvent, useState } from 'react'
import { codeMatches } from './code-matches.ts'
import type { GridCode, GridColumn } from './grid-model.ts'

interface OpenList {
  readonly typed: string
  readonly at: number
}

export interface CodeListState {
  readonly isOpen: boolean
  readonly matches: readonly GridCode[]
  readonly at: number
  readonly open: () => void
  readonly close: () => void
  /** Typing filters the list, and opens it. */
  readonly filter: (typed: string) => void
  /** True when the key was the list's: up and down, Enter and Tab with something to pick, Esc. */
  readonly takes: (event: KeyboardEvent) => boolean
}

/** The list of codes of the active cell. `pick` hears of the chosen one and whether Tab or Enter chose it. */
export function useCodeList(column: GridColumn, present: string, pick: (entry: GridCode) => void): CodeListState {
  const [list, setList] = useState<OpenList>()
  const codes = column.codes ?? []
  const matches = list === undefined ? [] : codeMatches(codes, list.typed)
  const at = Math.min(list?.at ?? 0, Math.max(0, matches.length - 1))
  const close = () => setList(undefined)
  const step = (by: number) => {
    if (list !== undefined && matches.length > 0) setList({ ...list, at: (at + by + matches.length) % matches.length })
  }
  return {
    isOpen: list !== undefined,
    matches,
    at,
    close,
    open: () =>
      setList({
        typed: '',
        at: Math.max(
          0,
          codes.findIndex((entry) => entry.code === present),
        ),
      }),
    filter: (typed) => setList({ typed, at: 0 }),
    takes: ({ key, altKey }) => {
      if (list === undefined) return false
      if (key === 'ArrowDown' && !altKey) step(1)
      else if (key === 'ArrowUp' && !altKey) step(-1)
      else if (key === 'Escape' || altKey) close()
      else {
        const entry = matches[at]
        if ((key === 'Enter' || key === 'Tab') && entry !== undefined && (list.typed.trim() !== '' || key === 'Enter'))
          pick(entry)
        return false
      }
      return true
    },
  }
}
