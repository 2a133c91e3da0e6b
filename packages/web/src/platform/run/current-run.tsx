import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useMay } from '../session/session-context.tsx'
import { EmptyState } from '../shell/empty-state.tsx'
import { ErrorState } from '../shell/error-state.tsx'
import { Loading } from '../shell/loading.tsx'
import { assessmentQuery, type RunEntry, runsQuery } from './queries.ts'
import { indexRun, type RunIndex } from './run-index.ts'

/** What figures, their chains and their words are read from. */
export interface CurrentRun {
  readonly id: string
  readonly runs: readonly RunEntry[]
  readonly index: RunIndex
}

const CurrentRunContext = createContext<CurrentRun | undefined>(undefined)

/** The run that the address names, or the latest; what is shown instead while there is none. */
export function CurrentRunProvider(props: {
  readonly run: string | undefined
  readonly frame: (content: ReactNode) => ReactNode
  readonly children: ReactNode
}): ReactNode {
  const runs = useQuery(runsQuery())
  const id = props.run ?? 'latest'
  const assessment = useQuery({ ...assessmentQuery(id), enabled: (runs.data?.length ?? 0) > 0 })
  const current = useMemo(() => {
    if (assessment.data === undefined || runs.data === undefined) return undefined
    const runId = assessment.data.run.id
    return {
      id: runId,
      runs: runs.data,
      index: indexRun(assessment.data),
    }
  }, [assessment.data, runs.data])

  if (runs.error !== null) return props.frame(<ErrorState error={runs.error} retry={() => runs.refetch()} />)
  if (runs.data?.length === 0) {
    return props.frame(<NoRun />)
  }
  if (assessment.error !== null)
    return props.frame(<ErrorState error={assessment.error} retry={() => assessment.refetch()} />)
  if (current === undefined) return props.frame(<Loading label={platformMessages.loadingRun} />)
  return <CurrentRunContext.Provider value={current}>{props.children}</CurrentRunContext.Provider>
}

/** What has to be done before there is a result, for those who can do it and for those who cannot. */
function NoRun(): ReactNode {
  const may = useMay()
  const says = platformMessages.noRun
  if (!may('collection.review')) return <EmptyState title={says.title} advice={says.advice} />
  const action = <Link to="/collection/periods">{says.toPeriods}</Link>
  return <EmptyState title={says.title} advice={says.adviceOffice} action={action} />
}

/** For pages that stand on a part of a run. */
export function GivenRun({
  current,
  children,
}: {
  readonly current: CurrentRun
  readonly children: ReactNode
}): ReactNode {
  return <CurrentRunContext.Provider value={current}>{children}</CurrentRunContext.Provider>
}

/** The run of the page; undefined on pages that stand on none. */
export function useRunIfAny(): CurrentRun | undefined {
  return useContext(CurrentRunContext)
}

export function useCurrentRun(): CurrentRun {
  const current = useRunIfAny()
  if (current === undefined) throw new Error('useCurrentRun outside of CurrentRunProvider')
  return current
}
