import { holderTitles } from '@eduduty/core/collection/tasks'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import { taskMessages } from '../tasks/messages.ts'
import { CheckMark, StateMark } from '../tasks/state-mark.tsx'
import { daysOverdue } from '../tasks/task-standing.ts'
import { useLooker } from '../tasks/use-looker.ts'
import { useDesk } from './desk-context.ts'
import { FillActions } from './fill-actions.tsx'
import { fillMessages as says } from './messages.ts'
import { SaveState } from './save-state.tsx'
import type { TaskCells } from './use-task-cells.ts'

/** Which table of whom, how far it is, in whose hands, till when; and the one thing to do with it. */
export function FillHead(props: { taskCells: TaskCells; finish: () => void }): ReactNode {
  const { task } = useDesk().detail
  useEffect(() => {
    document.title = `${task.title} · ${task.unit_name} · ${platformMessages.product}`
  }, [task.title, task.unit_name])
  return (
    <header className="fill-head">
      <div className="page-head">
        <div className="page-title">
          <h1>{says.headTitle(task.table_no, task.title)}</h1>
          <p className="muted">
            <Link to="/collection/tasks" className="screen-only">
              {says.back}
            </Link>
            {`　${task.unit_name}　${task.period_title}`}
          </p>
        </div>
        <div className="page-action head-actions">
          <SaveState state={props.taskCells.state} />
          <FillActions state={props.taskCells.state} finish={props.finish} />
        </div>
      </div>
      <Facts />
    </header>
  )
}

function Facts(): ReactNode {
  const { task } = useDesk().detail
  const late = daysOverdue(task, useLooker().today)
  const { holder } = task
  const facts = says.facts
  return (
    <dl className="fill-facts">
      <Fact name={facts.state}>
        <StateMark state={task.state} />
        {task.version > 1 && <span className="apart muted">{facts.version_no(task.version)}</span>}
      </Fact>
      <Fact name={facts.holder}>
        {facts.holderText(holder.side === 'unit' ? task.unit_name : holderTitles[holder.side], holder.name)}
        {holder.until !== undefined && facts.until(holder.until)}
        {late > 0 && <span className="wrong apart">{taskMessages.overdue(late)}</span>}
      </Fact>
      <Fact name={facts.filled}>{facts.filledText(task.filled_cells, task.blank_cells)}</Fact>
      <Fact name={facts.check}>
        <CheckMark task={task} />
      </Fact>
    </dl>
  )
}

function Fact(props: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
