import type { CellResult, FormColumn, SavedCells, TaskDetail, TaskEntry } from '@eduduty/core/collection/tasks'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ApiError, sendJson } from '../../platform/api/http.ts'
import { type CellStore, createCellStore } from '../../platform/grid/cell-store.ts'
import {
  type EditAnswer,
  type Halt,
  type QueuedEdit,
  type QueueState,
  unsavedCount,
} from '../../platform/grid/edit-queue.ts'
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

/** How long the typing rests before the form is read anew. */
const REST_MS = 700

/** Under which name a browser keeps what one person typed into one form and the server has not confirmed. */
export const formKeyOf = (person: string, { county, task }: TaskKey): string => `${person}/${county}/${task}`

/** The cells of a form: shown as the server has them, saved in batches, kept in the browser until they are there. */
export function useTaskCells(detail: TaskDetail): TaskCells {
  const { person } = useSession()
  const client = useQueryClient()
  const [cells] = useState(() => createCellStore(cellPatches(detail)))
  const isStale = useRef(false)
  const { queue, state } = useEditQueue(() => {
    const key = keyOf(detail.task)
    const send = sender(client, detail, isStale)
    return createEditQueue({ formKey: formKeyOf(person.id, key), cells, send, storage: window.localStorage })
  })
  useEffect(() => {
    const settled = cellPatches(detail).filter(
      ({ row, column }) => cellUnderWay(queue.state(), cellKey(row, column)) === undefined,
    )
    cells.set(settled)
  }, [cells, detail, queue])
  useEffect(() => {
    if (!isStale.current || unsavedCount(state) > 0) return
    const timer = setTimeout(() => {
      isStale.current = false
      void client.invalidateQueries({ queryKey: taskKeyOf(keyOf(detail.task)) })
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [state, client, detail.task])
  return { cells, queue, state }
}

/**
 * `isStale`: what may be done now, and what became of returned cells, has to be read anew once the typing rests. A reading
 * that was under way is given up: it would bring back what stood there before.
 */
function sender(client: QueryClient, { task, columns }: TaskDetail, isStale: { current: boolean }) {
  const key = keyOf(task)
  const queryKey = taskKeyOf(key)
  const byId = new Map(columns.map((column) => [column.id, column]))
  return async (edits: readonly QueuedEdit[]): Promise<SendResult> => {
    const body = { edits: edits.map((edit) => wireEdit(task, edit, byId.get(edit.column))) }
    try {
      await client.cancelQueries({ queryKey })
      const saved = await sendJson<SavedCells>('POST', `${taskPath(key)}/cells`, body)
      // After the queue has taken the answers: then only cells with something newer are under way.
      setTimeout(() => keepSaved(client, key, saved))
      isStale.current = true
      return { answers: saved.results.map((result) => answerOf(task, result, byId.get(result.column))) }
    } catch (error) {
      return { halt: haltOf(error) }
    }
  }
}

/** Into what the page shows. */
function keepSaved(client: QueryClient, key: TaskKey, saved: SavedCells): void {
  client.setQueriesData<TaskDetail>({ queryKey: taskKeyOf(key) }, (before) =>
    before === undefined ? before : mergeSaved(before, saved),
  )
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
      return { ...at, outcome: 'saved', text }
    case 'invalid':
      return { ...at, outcome: 'invalid', message, text }
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
