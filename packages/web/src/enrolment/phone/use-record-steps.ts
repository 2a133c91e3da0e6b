import type { CaseRow } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ApiError } from '../../platform/api/http.ts'
import { caseQuery } from '../cases/case-queries.ts'
import { type RecordStep, recordSteps, rememberedSteps, rememberedWith, rememberSteps } from './remembered-steps.ts'

interface RecordSteps {
  /** Undefined while it is not known. */
  readonly steps: readonly RecordStep[] | undefined
  /** Without network: as it was asked the last time. */
  readonly isRemembered: boolean
  readonly error: Error | null
  readonly retry: () => unknown
}

/** What can be recorded of a case: asked of the server, or where it cannot be reached, as it was the last time; `written`: the step of a draft. */
export function useRecordSteps(
  county: string,
  id: string,
  row: CaseRow | undefined,
  written: string | undefined,
): RecordSteps {
  const { data: view, error, refetch: retry } = useQuery(caseQuery(county, id))
  useEffect(() => {
    if (view !== undefined) rememberSteps(window.localStorage, view.row.state, recordSteps(view))
  }, [view])
  if (view !== undefined) return { steps: recordSteps(view), isRemembered: false, error: null, retry }
  const isAway = error instanceof ApiError && error.status === 0
  if (!isAway) return { steps: undefined, isRemembered: false, error, retry }
  const { localStorage: storage } = window
  const steps = row === undefined ? rememberedWith(storage, written ?? '') : rememberedSteps(storage, row.state)
  return steps.length > 0
    ? { steps, isRemembered: true, error: null, retry }
    : { steps: undefined, isRemembered: false, error, retry }
}
