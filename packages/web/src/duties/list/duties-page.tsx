import type { DutyPlan } from '@eduduty/core/duties'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { type ReactNode, useState } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { dutiesKey, planPath } from '../duty-queries.ts'
import { dutyMessages as says } from '../messages.ts'
import { OpenPlanDialog } from '../open-plan-dialog.tsx'
import { PlanChoice } from '../plan-choice.tsx'
import { planName, usePlan } from '../use-plan.ts'
import { RulesDialog } from './rules-dialog.tsx'
import { TaskListView } from './task-list-view.tsx'
import '../duties.css'

const route = getRouteApi('/shell/plain/duties')

/** The tasks of a year: who leads them, till when, how they stand; and the way to more. */
export function DutiesPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [opening, setOpening] = useState(false)
  const plans = useMay()('duties.plan')
  const { plans: found, plan, choices } = usePlan(search.plan)
  const show = (name: string) => navigate({ search: { plan: name } })
  const begin = (
    <Button type={plan === undefined ? 'primary' : 'default'} onClick={() => setOpening(true)}>
      {says.opening.title}
    </Button>
  )
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={says.purpose}
        action={
          plans && (
            <span className="duty-actions">
              {plan !== undefined && <EndButton plan={plan} />}
              {found.data !== undefined && begin}
              {plan !== undefined && (
                <Link to="/duties/draw-up" search={{ plan: planName(plan) }} className="primary-link">
                  {says.drawUp}
                </Link>
              )}
            </span>
          )
        }
      />
      {found.error !== null && <ErrorState error={found.error} retry={() => found.refetch()} />}
      {found.error === null && found.data === undefined && <Loading />}
      {found.data !== undefined && plan === undefined && (
        <EmptyState title={says.noPlan} advice={plans ? says.noPlanAdvice : says.noPlanAdviceOthers} />
      )}
      {plan !== undefined && (
        <>
          <p className="duty-plan-line">
            {choices.length < 2 && <strong>{plan.title}</strong>}
            <PlanChoice value={planName(plan)} choices={choices} pick={show} />
            <PlanWords plan={plan} />
          </p>
          <TaskListView key={planName(plan)} plan={plan} />
        </>
      )}
      {opening && (
        <OpenPlanDialog
          close={() => setOpening(false)}
          opened={(one) => {
            setOpening(false)
            show(planName(one))
          }}
        />
      )}
    </>
  )
}

/** By which document a year runs and by which rules; whoever plans may change these. */
function PlanWords({ plan }: { plan: DutyPlan }): ReactNode {
  const plans = useMay()('duties.plan')
  return (
    <>
      {!plan.is_open && <span className="short">{says.closedMark}</span>}
      {plan.document !== '' && <span className="muted">{says.document(plan.document)}</span>}
      <span className="muted">{says.rule(plan.soon_days, plan.silent_days, plan.answer_days)}</span>
      {plans && plan.is_open && <RulesButton plan={plan} />}
    </>
  )
}

/** Opens what the county has set for the year. */
function RulesButton({ plan }: { plan: DutyPlan }): ReactNode {
  const [changing, setChanging] = useState(false)
  return (
    <>
      <button type="button" className="link apart" onClick={() => setChanging(true)}>
        {says.rules.change}
      </button>
      {changing && <RulesDialog plan={plan} close={() => setChanging(false)} />}
    </>
  )
}

/** Ends a year, or takes it up again. */
function EndButton({ plan }: { plan: DutyPlan }): ReactNode {
  const change = useChange<DutyPlan>(dutiesKey)
  const { closing } = says
  const word = plan.is_open ? closing.end : closing.again
  return (
    <Popconfirm
      title={word}
      description={plan.is_open ? closing.endHint : closing.againHint}
      onConfirm={() =>
        change.mutate({
          path: `${planPath(plan)}/closing`,
          done: (now) => (now.is_open ? closing.opened : closing.ended),
        })
      }
    >
      <Button loading={change.isPending}>{word}</Button>
    </Popconfirm>
  )
}
