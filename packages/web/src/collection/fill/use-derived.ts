import type { DerivedValue, DerivedValues, SavedCells } from '@eduduty/core/collection/tasks'
import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useMemo } from 'react'
import { useDeed } from '../use-deed.ts'
import { derivedMessages as says } from './derived-messages.ts'
import { derivedQuery, editsOf, withFilled } from './derived-standing.ts'
import { useDesk } from './desk-context.ts'
import { isAllowed } from './permits.ts'
import { keyOf, taskPath } from './task-queries.ts'

export interface Derived {
  /** Undefined until it is known; empty for a form that no roster speaks of. */
  readonly found: DerivedValues | undefined
  readonly isTaking: boolean
  readonly take: (values: readonly DerivedValue[], done?: () => void) => void
}

/** What rosters say about the form at hand, and taking it. */
export function useDerived(): Derived {
  const { detail, remember, unsaved } = useDesk()
  const { message } = App.useApp()
  const key = keyOf(detail.task)
  const { data } = useQuery(derivedQuery(key))
  const deed = useDeed<SavedCells>()
  const found = useMemo(
    () =>
      data && {
        ...data,
        values: [...withFilled(detail, data.values)],
        // Whoever only reviews compares, and takes nothing.
        may_accept: data.may_accept && isAllowed(detail, 'fill'),
      },
    [data, detail],
  )
  const take = (values: readonly DerivedValue[], done?: () => void) => {
    if (unsaved > 0) {
      void message.warning(says.unsaved(unsaved))
      return
    }
    const cells = values.map(({ row_no, column, filled, derived }) => ({ row_no, column, from: filled, to: derived }))
    const onSuccess = ({ results }: SavedCells) => {
      // The one row of a form gets its number with its first cell.
      const nameOf = (cell: { row_no: number; column: string }) =>
        detail.task.is_roster ? `${cell.row_no} ${cell.column}` : cell.column
      const kept = new Set(results.filter(({ state }) => state === 'saved').map(nameOf))
      const taken = values.filter((value) => kept.has(nameOf(value)))
      remember(editsOf(detail, taken))
      if (kept.size < values.length) void message.warning(says.refused(values.length - kept.size))
      else void message.success(says.taken(kept.size))
      done?.()
    }
    deed.mutate({ path: `${taskPath(key)}/derived`, body: { cells } }, { onSuccess })
  }
  return { found, isTaking: deed.isPending, take }
}
