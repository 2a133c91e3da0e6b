import type { DutyPlan, NewTaskBody, TaskOrigin, TaskRow } from '@eduduty/core/duties'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Tooltip } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { dutiesKey } from '../duty-queries.ts'
import { issueTasks } from '../issue-tasks.ts'
import { LightMark } from '../light-mark.tsx'
import { makeTasks } from '../make-tasks.ts'
import { StateMark } from '../state-mark.tsx'
import { planName } from '../use-plan.ts'
import { ChoiceField, DayField, TextField } from './fields.tsx'
import { mechanismMessages } from './messages.ts'
import { useUnitOptions } from './use-mechanisms.ts'

const says = mechanismMessages.task

interface ToTaskProps {
  readonly plan: DutyPlan | undefined
  readonly origin: TaskOrigin
  readonly text: string
  readonly unit: string | undefined
  readonly dueOn: string | undefined
  readonly small?: boolean
}

interface Values {
  readonly title: string
  readonly wording?: string
  readonly units: string[]
  readonly post: string
  readonly due_on: string
}

/** Makes a decision, a promise or a proposal a task of the year's plan and gives it out, in one go. */
export function ToTask(props: ToTaskProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const word = mechanismMessages.deeds.toTask
  const { plan, small = false } = props
  const size = small ? 'small' : 'middle'
  if (plan === undefined || !plan.is_open)
    return (
      <Tooltip title={mechanismMessages.deeds.noPlan}>
        <Button size={size} disabled>
          {word}
        </Button>
      </Tooltip>
    )
  return (
    <>
      <Button size={size} onClick={() => setOpen(true)}>
        {word}
      </Button>
      {isOpen && <TaskDialog {...props} plan={plan} close={() => setOpen(false)} />}
    </>
  )
}

function TaskDialog({
  plan,
  origin,
  text,
  unit,
  dueOn,
  close,
}: ToTaskProps & { plan: DutyPlan; close: () => void }): ReactNode {
  const { message } = App.useApp()
  const client = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const units = useUnitOptions(plan.county, ['department', 'township', 'school', 'government'])
  const submit = async (values: Values) => {
    setBusy(true)
    try {
      const tasks = await makeTasks(plan, bodyOf(values, origin))
      const { done, failures } = await issueTasks(
        plan.county,
        tasks.map((task) => ({ task, what: values.title })),
      )
      if (failures.length > 0) void message.error(failures.map(({ why }) => why).join('；'), 8)
      else void message.success(says.done(done))
      close()
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error), 8)
    }
    setBusy(false)
    await client.invalidateQueries({ queryKey: dutiesKey })
  }
  const initial = {
    title: text.slice(0, 60),
    wording: text,
    units: unit === undefined ? [] : [unit],
    due_on: dueOn ?? `${plan.year}-12-31`,
  }
  return (
    <FormDialog<Values>
      title={mechanismMessages.deeds.toTask}
      okText={says.ok}
      hint={says.hint}
      busy={isBusy}
      initial={initial}
      submit={(values) => void submit(values)}
      close={close}
    >
      <TextField name="title" label={says.title} />
      <TextField name="wording" label={says.wording} lines={2} optional />
      <ChoiceField name="units" label={says.units} options={units} many />
      <div className="duty-pair">
        <TextField name="post" label={says.post} />
        <DayField name="due_on" label={says.due} />
      </div>
    </FormDialog>
  )
}

function bodyOf({ title, wording = '', units, post, due_on }: Values, origin: TaskOrigin): NewTaskBody {
  return {
    title,
    wording,
    units,
    post,
    due_on,
    origin,
    lists: ['任务清单'],
    cooperating: [],
    deliverable: '',
    milestones: [],
  }
}

/** The tasks that were made of something, each with where it stands. */
export function OriginTasks({ plan, tasks }: { plan: DutyPlan | undefined; tasks: readonly TaskRow[] }): ReactNode {
  if (tasks.length === 0 || plan === undefined) return null
  return (
    <ul className="duty-origin-tasks">
      {tasks.map((task) => (
        <li key={task.task}>
          {task.no !== '' && <span className="number before">{task.no}</span>}
          <Link to="/duties" search={{ plan: planName(plan), task: task.task }}>
            {task.unit_name}
          </Link>
          <span className="number apart">{task.due_on}</span>
          <span className="apart">
            <StateMark state={task.state} />
          </span>
          <span className="apart">
            <LightMark light={task.light} /> {task.because}
          </span>
        </li>
      ))}
    </ul>
  )
}
