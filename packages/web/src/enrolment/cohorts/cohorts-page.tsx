import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { CohortDesk } from './cohort-desk.tsx'
import { cohortsQuery } from './cohort-queries.ts'
import { cohortMessages as says } from './messages.ts'
import '../enrolment.css'

const route = getRouteApi('/shell/plain/enrolment/cohorts')

/** What became of the pupils of a class from entry to graduation, and both retention rates. */
export function CohortsPage(): ReactNode {
  const tree = useQuery(unitTreeQuery())
  const { year } = route.useSearch()
  const county = tree.data?.county ?? ''
  const { data, error, refetch } = useQuery({ ...cohortsQuery(county, year), enabled: county !== '' })
  const wrong = tree.error ?? error
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} />
      {wrong !== null && <ErrorState error={wrong} retry={() => (tree.error === null ? refetch() : tree.refetch())} />}
      {wrong === null && data === undefined && <Loading />}
      {wrong === null && data !== undefined && data.places.length === 0 && (
        <EmptyState title={says.none} advice={says.noneAdvice} />
      )}
      {wrong === null && data !== undefined && data.places.length > 0 && <CohortDesk county={county} book={data} />}
    </>
  )
}
