import type { DutyEntry, DutyPlan, PlanDraft } from '@eduduty/core/duties'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { useChange } from '../../platform/form/use-change.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { dutiesKey, planPath } from '../duty-queries.ts'
import { indicatorsOf } from '../indicators-of.ts'
import { dutyMessages } from '../messages.ts'
import { bodyOf, emptyDraft, type TaskDraft } from '../task-draft.ts'
import { TaskDraftFields } from '../task-draft-fields.tsx'
import { planName } from '../use-plan.ts'
import type { Chosen } from './use-chosen.ts'

const says = dutyMessages.form

interface DraftPanelProps {
  readonly plan: DutyPlan
  readonly draft: PlanDraft
  /** Absent for a task of the county's own making. */
  readonly duty: DutyEntry | undefined
  readonly chosen: Chosen
  readonly close: () => void
}

/** What a duty's tasks will be, to be changed before they are made; or a task that stands on no duty. */
export function DraftPanel({ plan, draft, duty, chosen, close }: DraftPanelProps): ReactNode {
  const [form] = Form.useForm<TaskDraft>()
  const tree = useQuery(unitTreeQuery({ county: plan.county }))
  const make = useChange<{ tasks: string[] }>(dutiesKey)
  const navigate = useNavigate()
  const initial = duty === undefined ? emptyDraft(plan.year) : chosen.draftOf(duty)
  // Where it can be looked at, changed and given out.
  const land = ({ tasks }: { tasks: string[] }) =>
    void navigate({ to: '/duties', search: { plan: planName(plan), state: 'draft', task: tasks[0] } })
  const submit = (values: TaskDraft) => {
    if (duty !== undefined) {
      chosen.keep(duty, values)
      close()
      return
    }
    const done = ({ tasks }: { tasks: string[] }) => says.made(tasks.length)
    make.mutate({ path: `${planPath(plan)}/tasks`, body: bodyOf(values), done }, { onSuccess: land })
  }
  const units = tree.data?.units.filter(({ closed_on: closed }) => closed === null)
  return (
    <SidePanel
      close={close}
      width={720}
      isTyped
      title={duty === undefined ? says.ownTitle : `${duty.no} ${duty.title}`}
    >
      {tree.error !== null && <ErrorState error={tree.error} retry={() => tree.refetch()} />}
      {tree.error === null && units === undefined && <Loading />}
      {units !== undefined && (
        <Form<TaskDraft> form={form} layout="vertical" initialValues={initial} onFinish={submit}>
          {duty !== undefined && <DutyLine duty={duty} />}
          <TaskDraftFields units={units} others={units} indicators={indicatorsOf(draft)} isOwn={duty === undefined} />
          {plan.is_open && (
            <Button type="primary" htmlType="submit" loading={make.isPending}>
              {duty === undefined ? says.make : says.keep}
            </Button>
          )}
        </Form>
      )}
    </SidePanel>
  )
}

function DutyLine({ duty }: { duty: DutyEntry }): ReactNode {
  return (
    <>
      <p className="muted">
        {dutyMessages.panel.basis}：{duty.basis}
      </p>
      {duty.tasks > 0 && <p className="short">{says.alreadyMade(duty.tasks)}</p>}
      {duty.unmatched.length > 0 && <p className="wrong">{dutyMessages.make.unmatched(duty.unmatched.join('、'))}</p>}
    </>
  )
}
