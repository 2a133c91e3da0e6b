import type { DutyPlan, TaskView } from '@eduduty/core/duties'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { taskQuery } from '../duty-queries.ts'
import { dutyMessages } from '../messages.ts'
import { DeedButtons } from './deed-buttons.tsx'
import { HistoryPart } from './history-part.tsx'
import { MilestonePart, PartsPart } from './milestone-part.tsx'
import { ProofPart } from './proof-part.tsx'
import { TaskFacts } from './task-facts.tsx'

const says = dutyMessages.panel

interface TaskPanelProps {
  readonly plan: DutyPlan
  readonly task: string
  readonly show: (task: string) => void
  readonly close: () => void
}

/** A task with all that hangs on it, and what may be done with it now. */
export function TaskPanel({ plan, task, show, close }: TaskPanelProps): ReactNode {
  const { data: view, error, refetch } = useQuery(taskQuery(plan.county, task))
  return (
    <SidePanel
      close={close}
      width={720}
      title={view === undefined ? dutyMessages.title : says.title(view.row.no, view.row.title)}
    >
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && view === undefined && <Loading />}
      {view !== undefined && error === null && <Body plan={plan} view={view} show={show} />}
    </SidePanel>
  )
}

function Body({ plan, view, show }: Pick<TaskPanelProps, 'plan' | 'show'> & { view: TaskView }): ReactNode {
  return (
    <>
      {plan.is_open && <DeedButtons county={plan.county} view={view} />}
      <TaskFacts view={view} show={show} />
      <ProofPart view={view} plan={plan} />
      <MilestonePart milestones={view.milestones} />
      <PartsPart parts={view.parts} show={show} />
      <HistoryPart events={view.events} />
    </>
  )
}
