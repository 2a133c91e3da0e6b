import type { DutyPlan } from '@eduduty/core/duties'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { draftQuery } from '../duty-queries.ts'
import { dutyMessages } from '../messages.ts'
import { planName, usePlan } from '../use-plan.ts'
import { DrawUpDesk } from './draw-up-desk.tsx'
import '../duties.css'

const says = dutyMessages.make
const route = getRouteApi('/shell/plain/duties/draw-up')

/** From the duties of law and documents to the tasks of a year. */
export function DrawUpPage(): ReactNode {
  const search = route.useSearch()
  const { plans, plan, choices } = usePlan(search.plan)
  if (plan !== undefined) return <Draft key={planName(plan)} plan={plan} choices={choices} />
  return (
    <>
      <PlainHead title={dutyMessages.drawUp} purpose={says.purpose} />
      {plans.error !== null && <ErrorState error={plans.error} retry={() => plans.refetch()} />}
      {plans.error === null && plans.data === undefined && <Loading />}
      {plans.data !== undefined && (
        <EmptyState
          title={dutyMessages.noPlan}
          advice={dutyMessages.noPlanAdvice}
          action={<Link to="/duties">{dutyMessages.title}</Link>}
        />
      )}
    </>
  )
}

function Draft(props: { plan: DutyPlan; choices: readonly { value: string; label: string }[] }): ReactNode {
  const { data, error, refetch } = useQuery(draftQuery(props.plan))
  if (data !== undefined && error === null) return <DrawUpDesk {...props} draft={data} />
  return (
    <>
      <PlainHead title={dutyMessages.drawUp} purpose={says.purpose} />
      {error !== null ? <ErrorState error={error} retry={() => refetch()} /> : <Loading />}
    </>
  )
}
