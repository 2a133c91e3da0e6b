import type { DutyPlan, PledgeList } from '@eduduty/core/duties'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { getJson } from '../../platform/api/http.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { dutiesKey, planPath } from '../duty-queries.ts'
import { PlanChoice } from '../plan-choice.tsx'
import { planName, usePlan } from '../use-plan.ts'
import { pledgeMessages as says } from './messages.ts'
import { PledgesDesk } from './pledges-desk.tsx'
import '../duties.css'

const route = getRouteApi('/shell/plain/duties/pledges')

const pledgesQuery = (plan: DutyPlan) =>
  queryOptions({
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryKey: [...dutiesKey, 'pledges', plan.county, plan.plan],
    queryFn: ({ signal }) => getJson<PledgeList>(`${planPath(plan)}/pledges`, signal),
  })

/** Pledges of a year: made, signed, level by level. */
export function PledgesPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { plans, plan, choices } = usePlan(search.plan)
  if (plan !== undefined)
    return (
      <Pledges plan={plan}>
        <PlanChoice value={planName(plan)} choices={choices} pick={(name) => navigate({ search: { plan: name } })} />
      </Pledges>
    )
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} />
      {plans.error !== null && <ErrorState error={plans.error} retry={() => plans.refetch()} />}
      {plans.error === null && plans.data === undefined && <Loading />}
      {plans.data !== undefined && <EmptyState title={says.noPlan} advice={says.noPlanAdvice} />}
    </>
  )
}

function Pledges({ plan, children }: { plan: DutyPlan; children: ReactNode }): ReactNode {
  const { data, error, refetch } = useQuery(pledgesQuery(plan))
  if (data !== undefined && error === null) return <PledgesDesk list={data} choice={children} />
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} />
      {error === null ? <Loading /> : <ErrorState error={error} retry={() => refetch()} />}
    </>
  )
}
