import type { SavedCells, StatisticsComparison, StatisticsItem } from '@eduduty/core/collection/tasks'
import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { sendFile } from '../../platform/api/http.ts'
import { base64Of } from '../../platform/form/base64-of.ts'
import { useDeed } from '../use-deed.ts'
import { useDesk } from './desk-context.ts'
import { gridRow, gridText } from './form-shape.ts'
import { paneMessages } from './pane-messages.ts'
import { keyOf, taskPath } from './task-queries.ts'

const says = paneMessages.statistics

/** A table beside the statistics workbook of its school. */
export interface Statistics {
  readonly comparison: StatisticsComparison | undefined
  readonly isReading: boolean
  readonly isTaking: boolean
  readonly compare: (file: File) => void
  /** Writes figures into the table; those that were written are given to `done`. */
  readonly take: (items: readonly StatisticsItem[], done: (taken: readonly StatisticsItem[]) => void) => void
  readonly close: () => void
}

export const itemKey = ({ row_title, column }: Pick<StatisticsItem, 'row_title' | 'column'>): string =>
  `${row_title} ${column}`

/** Compares a workbook with the table at hand, and takes figures over. */
export function useStatistics(): Statistics {
  const { detail, remember, unsaved } = useDesk()
  const { message } = App.useApp()
  const path = `${taskPath(keyOf(detail.task))}/statistics`
  const reading = useMutation({
    mutationFn: (file: File) => sendFile<StatisticsComparison>(`${path}?name=${encodeURIComponent(file.name)}`, file),
    onError: (error) => void message.error(error.message, 8),
  })
  const taking = useDeed<SavedCells>()
  const compare = (file: File) => {
    if (unsaved > 0) void message.warning(says.unsaved(unsaved))
    else reading.mutate(file)
  }
  const take = async (items: readonly StatisticsItem[], done: (taken: readonly StatisticsItem[]) => void) => {
    const file = reading.variables
    if (file === undefined) return
    const cells = items.map(({ row_no, row_title, column, filled, statistics }) => ({
      row_no,
      row_title,
      column,
      from: filled,
      to: statistics,
    }))
    const content = await base64Of(file)
    taking.mutate(
      { path: `${path}/cells`, body: { name: file.name, content, cells } },
      {
        onSuccess: ({ results }) => {
          const failed = new Set(results.flatMap(({ state, column }) => (state === 'saved' ? [] : [column])))
          const taken = items.filter(({ column }) => !failed.has(column))
          if (!detail.task.is_roster) remember(taken.map((item) => editOf(detail, item)))
          if (failed.size === 0) void message.success(says.done(taken.length))
          else void message.warning(says.partly(taken.length, items.length - taken.length))
          done(taken)
        },
      },
    )
  }
  return {
    comparison: reading.data,
    isReading: reading.isPending,
    isTaking: taking.isPending,
    compare,
    take: (items, done) => void take(items, done),
    close: reading.reset,
  }
}

type Detail = ReturnType<typeof useDesk>['detail']

/** As the grid knows the cell, so that taking it can be undone. */
function editOf({ task, columns }: Detail, { row_no, column, filled, statistics }: StatisticsItem) {
  const known = columns.find(({ id }) => id === column)
  return { row: gridRow(task, row_no), column, from: gridText(known, filled), to: gridText(known, statistics) }
}
