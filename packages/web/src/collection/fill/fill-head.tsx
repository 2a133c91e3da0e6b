import { holderTitles, type TaskDesk, type TaskEntry } from '@eduduty/core/collection/tasks'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { unsavedCount } from '../../platform/grid/edit-queue.ts'
import { platformMessages } from '../../platform/messages/messages.ts'
import { taskMessages } from '../tasks/messages.ts'
import { CheckMark, StateMark } from '../tasks/state-mark.tsx'
import { daysOverdue } from '../tasks/task-standing.ts'
import { useLooker } from '../tasks/use-looker.ts'
import { DerivedButton } from './derived-button.tsx'
import { useDesk } from './desk-context.ts'
import { FillActions } from './fill-actions.tsx'
import { fillMessages as says } from './messages.ts'
import { permitOf, primaryDeed } from './permits.ts'
import { SaveState } from './save-state.tsx'
import { StatisticsButton } from './statistics-button.tsx'
import type { TaskCells } from './use-task-cells.ts'

/** Which table of whom, how far it is, in whose hands, till when; and the one thing to do with it. */
export function FillHead(props: { taskCells: TaskCells; finish: () => void }): ReactNode {
  const { detail } = useDesk()
  const { task } = detail
  const mayType = permitOf(detail, 'fill') !== undefined || unsavedCount(props.taskCells.state) > 0
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
          {mayType && <SaveState state={props.taskCells.state} />}
          <DerivedButton />
          <StatisticsButton />
          <FillActions state={props.taskCells.state} finish={props.finish} />
        </div>
      </div>
      <Facts />
      <WhyNot />
    </header>
  )
}

/** Why the next step cannot be taken now, and what to do; a lock is told by its own bar. */
function WhyNot(): ReactNode {
  const { detail, isFoundHere } = useDesk()
  const primary = primaryDeed(detail)
  if (primary === undefined || primary.permit.allowed || primary.permit.why === undefined) return null
  if (primary.permit.why === detail.lock_why) return null
  const isStale = isFoundHere && primary.deed === 'submit'
  return (
    <p className="why-not" role="note">
      {isStale ? whyNotYet(detail.task) : primary.permit.why}
    </p>
  )
}

function whyNotYet({ title, hard_errors, cell_errors, blank_cells }: TaskEntry): string {
  if (hard_errors + cell_errors + blank_cells === 0) return says.notSent(title)
  return says.notYet(title, hard_errors, cell_errors, blank_cells)
}

function Facts(): ReactNode {
  const { task, desk } = useDesk().detail
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
        {holderText(task, desk)}
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

/** 初审：石桥镇 白若溪，县教育局（3 人可办） — who may take the next step, the nearest office first. */
function holderText({ holder, state, unit_name }: TaskEntry, desk: TaskDesk | undefined): string {
  const title = state === 'verified' ? says.facts.freezing : holderTitles[holder.side]
  const step = holder.side === 'unit' ? unit_name : title
  if (desk === undefined || holder.side === 'nobody') return step
  if (desk.offices.length === 0) return says.facts.vacant(step)
  if (holder.side === 'unit') return step
  if (desk.is_absent) return says.facts.absent(step, holder.name ?? '', desk.offices)
  return says.facts.desk(step, desk.offices)
}

function Fact(props: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
