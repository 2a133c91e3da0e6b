import type { TaskEntry } from '@eduduty/core/collection/tasks'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { taskMessages as says } from './messages.ts'
import { CheckMark, StateMark } from './state-mark.tsx'
import { daysOverdue, type Looker, missingText, nextStep } from './task-standing.ts'

/** The columns that clerks know; whoever sees many units also has unit and township. */
export function taskColumns(looker: Looker, many: boolean): readonly Column<TaskEntry>[] {
  return [
    { key: 'no', title: says.columns.tableNo, width: 54, align: 'center', cell: (task) => task.table_no },
    {
      key: 'title',
      title: says.columns.title,
      width: many ? 152 : 220,
      cell: (task) => <TaskLink task={task}>{task.title}</TaskLink>,
    },
    ...(many ? unitColumns : []),
    {
      key: 'period',
      title: says.columns.period,
      width: many ? 66 : 120,
      cell: (task) => <span title={task.period_title}>{periodText(task)}</span>,
    },
    { key: 'frequency', title: says.columns.frequency, width: 60, cell: (task) => task.frequency },
    { key: 'opens', title: says.columns.opens, width: 94, cell: (task) => <Day day={task.opens_on} /> },
    { key: 'closes', title: says.columns.closes, width: 100, cell: (task) => <Due task={task} today={looker.today} /> },
    { key: 'check', title: says.columns.check, width: 126, cell: (task) => <CheckMark task={task} /> },
    {
      key: 'missing',
      title: says.columns.missing,
      width: many ? 124 : 240,
      cell: (task) => <span title={missingText(task)}>{missingText(task)}</span>,
    },
    { key: 'state', title: says.columns.state, width: 92, cell: (task) => <StateMark state={task.state} /> },
    { key: 'action', title: says.columns.action, width: 104, cell: (task) => <Step task={task} looker={looker} /> },
  ]
}

const unitColumns: readonly Column<TaskEntry>[] = [
  {
    key: 'unit',
    title: says.columns.unit,
    width: 164,
    cell: (task) => <span title={task.unit_name}>{task.unit_name}</span>,
  },
  { key: 'township', title: says.columns.township, width: 74, cell: (task) => task.township },
]

const periodText = (task: TaskEntry): string => `${task.year}${task.term === '' ? '' : ` ${task.term}`}`

function Day({ day }: { day: string }): ReactNode {
  return <span className="number">{day}</span>
}

function Due({ task, today }: { task: TaskEntry; today: string }): ReactNode {
  const late = daysOverdue(task, today)
  const due = task.state === 'returned' ? task.due_on : task.closes_on
  if (late === 0) return <Day day={due} />
  return (
    <span className="wrong number" title={due}>
      {says.overdue(late)}
    </span>
  )
}

/** `title`: what is said on pointing at it; the name of the form unless there is more to say. */
function TaskLink(props: { task: TaskEntry; title?: string; children: ReactNode }): ReactNode {
  const { task, title = task.title, children } = props
  return (
    <Link to="/collection/tasks/$county/$task" params={{ county: task.county_code, task: task.task_id }} title={title}>
      {children}
    </Link>
  )
}

/** One primary action a row when it is one's turn; else a plain way in. */
function Step({ task, looker }: { task: TaskEntry; looker: Looker }): ReactNode {
  const { word, isMine, why } = nextStep(task, looker)
  if (!isMine) return <TaskLink task={task}>{word}</TaskLink>
  if (why !== undefined) {
    return (
      <TaskLink task={task} title={why.says}>
        {why.short}
      </TaskLink>
    )
  }
  return (
    <Link
      to="/collection/tasks/$county/$task"
      params={{ county: task.county_code, task: task.task_id }}
      className="row-primary"
    >
      {word}
    </Link>
  )
}
