import type { DutyPlan } from '@eduduty/core/duties'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { lights } from '../duties-search.ts'
import { tasksQuery } from '../duty-queries.ts'
import { LightMark } from '../light-mark.tsx'
import { dutyMessages } from '../messages.ts'
import { planName, usePlan } from '../use-plan.ts'

const says = dutyMessages.summary
const SHOWN = 4

/** How the tasks of the running year stand, and which are red; a year that is begun beside it is named. */
export function DutySummary(): ReactNode {
  const { plans, plan, others } = usePlan(undefined)
  if (plans.data === undefined) return null
  if (plan === undefined) return <p className="muted">{says.noPlan}</p>
  return <PlanSummary plan={plan} others={others} />
}

interface PlanSummaryProps {
  readonly plan: DutyPlan
  readonly others: readonly DutyPlan[]
}

function PlanSummary({ plan, others }: PlanSummaryProps): ReactNode {
  const { data } = useQuery(tasksQuery(plan, { light: 'red' }))
  if (data === undefined) return null
  const name = planName(plan)
  return (
    <div className="summary">
      <p>
        <strong>{says.title}</strong>
        {others.length > 0 && <span className="muted apart">{plan.title}</span>}
        {lights.map((light) => (
          <Link key={light} to="/duties" search={{ plan: name, light }} className="summary-count">
            <LightMark light={light} /> <span className="number">{data.counts[light]}</span>
          </Link>
        ))}
      </p>
      <ul className="summary-lines">
        {data.tasks.slice(0, SHOWN).map(({ task, title, unit_name: unit, because }) => (
          <li key={task}>
            <Link to="/duties" search={{ plan: name, task }} title={`${title}（${unit}）：${because}`}>
              {unit}：{title}
            </Link>
            <span className="wrong"> {because}</span>
          </li>
        ))}
      </ul>
      {data.total > SHOWN && (
        <Link to="/duties" search={{ plan: name, light: 'red' }}>
          {says.more(data.total - SHOWN)}
        </Link>
      )}
      {others.map((other) => (
        <p key={other.plan} className="muted">
          {says.other}
          <Link to="/duties" search={{ plan: planName(other) }}>
            {says.otherPlan(other.title, other.tasks)}
          </Link>
        </p>
      ))}
    </div>
  )
}
