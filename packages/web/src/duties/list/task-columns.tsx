import type { TaskRow } from '@eduduty/core/duties'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { LightMark } from '../light-mark.tsx'
import { dutyMessages as says } from '../messages.ts'
import { StateMark } from '../state-mark.tsx'

/** One line for each task; what does not fit is told by its title. */
export const taskColumns: readonly Column<TaskRow>[] = [
  { key: 'no', title: says.columns.no, width: 72, cell: ({ no }) => <span className="number">{no}</span> },
  {
    key: 'title',
    title: says.columns.title,
    width: 238,
    cell: ({ title, is_part: isPart }) => (
      <span title={title}>
        {title}
        {isPart && <span className="duty-tag">{says.part}</span>}
      </span>
    ),
  },
  {
    key: 'unit',
    title: says.columns.unit,
    width: 170,
    cell: ({ unit_name: name }) => <span title={name}>{name}</span>,
  },
  { key: 'post', title: says.columns.post, width: 92, cell: ({ post }) => <span title={post}>{post}</span> },
  { key: 'due', title: says.columns.due, width: 98, cell: ({ due_on: day }) => <span className="number">{day}</span> },
  { key: 'state', title: says.columns.state, width: 88, cell: ({ state }) => <StateMark state={state} /> },
  { key: 'light', title: says.columns.light, width: 280, cell: (task) => <LightCell task={task} /> },
  { key: 'progress', title: says.columns.progress, width: 204, cell: (task) => <Progress task={task} /> },
]

function LightCell({ task }: { task: TaskRow }): ReactNode {
  const { light, because, conflict, declared } = task
  return (
    <span title={because}>
      <LightMark light={light} /> {because}
      {conflict && declared !== undefined && (
        <span className="wrong duty-conflict">{says.conflict(says.lightTitles[declared])}</span>
      )}
    </span>
  )
}

function Progress({ task }: { task: TaskRow }): ReactNode {
  const { reported_on: day, parts, is_supervised: isSupervised, answer_by: answerBy, state } = task
  const isUnderway = state !== 'draft' && state !== 'issued' && state !== 'cancelled'
  return (
    <>
      {day !== undefined && <span className="number before">{says.reportedOn(day)}</span>}
      {day === undefined && isUnderway && <span className="muted before">{says.neverReported}</span>}
      {isSupervised && (
        <span className="wrong before" title={answerBy === undefined ? undefined : says.supervisedUntil(answerBy)}>
          {says.supervised}
        </span>
      )}
      {parts > 0 && says.parts(parts)}
    </>
  )
}
