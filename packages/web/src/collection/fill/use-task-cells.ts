import type { CellResult, FormColumn, SavedCells, TaskDetail, TaskEntry } from '@eduduty/core/collection/tasks'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ApiError, sendJson } from '../../platform/api/http.ts'
import { type CellStore, createCellStore } from '../../platform/grid/cell-store.ts'
import type { EditAnswer, Halt, QueuedEdit, QueueState } from '../../platform/grid/edit-queue.ts'
import { cellKey } from '../../platform/grid/grid-model.ts'
import { cellUnderWay } from '../../platform/grid/queue-cells.ts'
import { createEditQueue, type EditQueue, type SendResult } from '../../platform/grid/run-edit-queue.ts'
import { useEditQueue } from '../../platform/grid/use-edit-queue.ts'
import { useSession } from '../../platform/session/session-context.tsx'
import { cellPatches } from './cell-patches.ts'
import { gridRow, gridText, wireRow, wireText } from './form-shape.ts'
import { mergeSaved } from './merge-saved.ts'
import { keyOf, type TaskKey, taskKeyOf, taskPath } from './task-queries.ts'

export interface TaskCells {
  readonly cells: CellStore
  readonly queue: EditQueue
  readonly state: QueueState
}

/** Under which name a browser keeps what one person typed into one form and the server has not confirmed. */
export const formKeyOf = (person: string, { county, task }: TaskKey): string => `${person}/${county}/${task}`

/** The cells of a form: shown as the server has them, saved in batches, kept in the browser until they are there. */
export function useTaskCells(detail: TaskDetail): TaskCells {
  const { person } = useSession()
  const client = useQueryClient()
  const [cells] = useState(() => createCellStore(cellPatches(detail)))
  const { queue, state } = useEditQueue(() => {
    const key = keyOf(detail.task)
    const send = sender(client, detail)
    return createEditQueue({ formKey: formKeyOf(person.id, key), cells, send, storage: window.localStorage })
  })
  useEffect(() => {
    const settled = cellPatches(detail).filter(
      ({ row, column }) => cellUnderWay(queue.state(), cellKey(row, column)) === undefined,
    )
    cells.set(settled)
  }, [cells, detail, queue])
  return { cells, queue, state }
}

function sender(client: QueryClient, { task, columns }: TaskDetail) {
  const key = keyOf(task)
  const byId = new Map(columns.map((column) => [column.id, column]))
  return async (edits: readonly QueuedEdit[]): Promise<SendResult> => {
    const body = { edits: edits.map((edit) => wireEdit(task, edit, byId.get(edit.column))) }
    try {
      const saved = await sendJson<SavedCells>('POST', `${taskPath(key)}/cells`, body)
      // After the queue has taken the answers: then only cells with something newer are under way.
      setTimeout(() => keepSaved(client, key, saved))
      return { answers: saved.results.map((result) => answerOf(task, result, byId.get(result.column))) }
    } catch (error) {
      return { halt: haltOf(error) }
    }
  }
}

/** Into what the page shows; with the first cell of a form the server also fills in whose it is, which is read anew. */
function keepSaved(client: QueryClient, key: TaskKey, saved: SavedCells): void {
  let isFirst = false
  client.setQueriesData<TaskDetail>({ queryKey: taskKeyOf(key) }, (before) => {
    if (before === undefined) return before
    isFirst ||= before.task.state === 'not_started'
    return mergeSaved(before, saved)
  })
  if (isFirst) void client.invalidateQueries({ queryKey: taskKeyOf(key) })
}

const wireEdit = (task: TaskEntry, { row, column, from, to }: QueuedEdit, known: FormColumn | undefined) => ({
  row_no: wireRow(task, row),
  column,
  from: wireText(known, from),
  to: wireText(known, to),
})

function answerOf(task: TaskEntry, result: CellResult, column: FormColumn | undefined): EditAnswer {
  const at = { row: gridRow(task, result.row_no), column: result.column }
  const { message = '', by = '', at: when = '' } = result
  const text = gridText(column, result.text)
  switch (result.state) {
    case 'saved':
      return { ...at, outcome: 'saved' }
    case 'invalid':
      return { ...at, outcome: 'invalid', message }
    case 'locked':
      return { ...at, outcome: 'locked', text, message, ...(by !== '' && { by }) }
    case 'conflict':
      return { ...at, outcome: 'conflict', theirs: text, by, at: when }
  }
}

/** Without a session what was typed waits for the next sign-in; a broken server counts as none. */
function haltOf(error: unknown): Halt {
  if (!(error instanceof ApiError) || error.status === 0 || error.status >= 500) return { reason: 'unreachable' }
  if (error.status === 401 || error.code.includes('csrf')) return { reason: 'signed_out' }
  return { reason: 'refused', message: error.message }
}
