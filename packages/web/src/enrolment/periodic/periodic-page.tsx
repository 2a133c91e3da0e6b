import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { periodicMessages as says } from './messages.ts'
import { PeriodicDesk } from './periodic-desk.tsx'
import { periodicQuery } from './periodic-queries.ts'
import { PlanDialog } from './plan-dialog.tsx'
import '../enrolment.css'

const route = getRouteApi('/shell/plain/enrolment/periodic')

/** Which unit owes which periodic report, until when, and where it stands. */
export function PeriodicPage(): ReactNode {
  const tree = useQuery(unitTreeQuery())
  const { year } = route.useSearch()
  const county = tree.data?.county ?? ''
  const { data, error, refetch } = useQuery({ ...periodicQuery(county, year), enabled: county !== '' })
  const wrong = tree.error ?? error
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={says.purpose}
        action={data?.may_plan === true && <PlanDialog county={county} list={data} />}
      />
      {wrong !== null && <ErrorState error={wrong} retry={() => (tree.error === null ? refetch() : tree.refetch())} />}
      {wrong === null && data === undefined && <Loading />}
      {wrong === null && data !== undefined && <PeriodicDesk county={county} list={data} />}
    </>
  )
}
