import type { TaskDetail, TaskRules } from '@eduduty/core/collection/tasks'
import type { RuleOutcome, RunRules } from '@eduduty/core/consistency'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { getJson } from '../../platform/api/http.ts'
import { unsavedCount } from '../../platform/grid/edit-queue.ts'
import { cellKey } from '../../platform/grid/grid-model.ts'
import { cellUnderWay } from '../../platform/grid/queue-cells.ts'
import { collectingKey } from '../tasks/tasks-queries.ts'
import { cellPatches } from './cell-patches.ts'
import { isReadOnly } from './form-shape.ts'
import { typedRows, withFoundHere } from './found-here.ts'
import { keyOf, type TaskKey, taskPath } from './task-queries.ts'
import type { TaskCells } from './use-task-cells.ts'

/** Typing rests so long before the page checks; keys that follow each other are checked together. */
const REST_MS = 60
/** A form whose check takes longer than this on this computer is checked more rarely. */
const LONG_MS = 100
const LONG_REST_MS = 800

const rulesQuery = (key: TaskKey, isWanted: boolean) =>
  queryOptions({
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    queryKey: [...collectingKey, 'rules', key.county, key.task],
    queryFn: ({ signal }) => getJson<TaskRules>(`${taskPath(key)}/rules`, signal),
  })

/** The formula language, brought along with the form and not when it is first needed: the network may be gone by then. */
const makerQuery = queryOptions({
  staleTime: Number.POSITIVE_INFINITY,
  queryKey: ['page rules'],
  queryFn: () => import('./page-rules.ts'),
})

export interface CheckedHere {
  /** The form with what was found here, or as the server has it. */
  readonly shown: TaskDetail
  /** The server has not confirmed what is shown. */
  readonly isFoundHere: boolean
}

/**
 * Checks a form in the page while typed cells are on their way, or wait for the network; the server's answer replaces what
 * was found here.
 */
export function usePageRules(detail: TaskDetail, { cells, queue, state }: TaskCells): CheckedHere {
  const run = useRules(detail)
  const [found, setFound] = useState<RuleOutcome>()
  const unsaved = unsavedCount(state)
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (unsavedCount(state) === 0) {
      setFound(undefined)
      return
    }
    if (run === undefined) return
    const check = () => {
      const began = performance.now()
      setFound(run(typedRows(detail, cells)))
      setSlow(performance.now() - began > LONG_MS)
    }
    const timer = setTimeout(check, isSlow ? LONG_REST_MS : REST_MS)
    return () => clearTimeout(timer)
  }, [run, state, detail, cells, isSlow])
  const isFoundHere = found !== undefined && unsaved > 0
  const shown = useMemo(
    () => (found === undefined || !isFoundHere ? detail : withFoundHere(detail, found)),
    [detail, found, isFoundHere],
  )
  useEffect(() => {
    if (shown === detail) return
    const settled = cellPatches(shown).filter(
      ({ row, column }) => cellUnderWay(queue.state(), cellKey(row, column)) === undefined,
    )
    cells.set(settled)
  }, [shown, detail, cells, queue])
  return { shown, isFoundHere }
}

/** Of a roster that is shown by pages not all rows are here: that one only the server checks. */
function useRules(detail: TaskDetail): RunRules | undefined {
  const isWanted = !isReadOnly(detail) && detail.row_total <= detail.rows.length
  const { data } = useQuery(rulesQuery(keyOf(detail.task), isWanted))
  const { data: made } = useQuery({ ...makerQuery, enabled: isWanted })
  return useMemo(
    () => (isWanted && data?.is_given === true ? made?.makePageRules(data) : undefined),
    [isWanted, data, made],
  )
}
