import { Button, Popconfirm } from 'antd'
import { type ReactNode, useState } from 'react'
import { ConflictDialog } from '../../platform/grid/conflict-dialog.tsx'
import { type EditConflict, type Halt, unsavedCount } from '../../platform/grid/edit-queue.ts'
import { useSession } from '../../platform/session/session-context.tsx'
import { useReturnFocus } from '../../platform/shell/use-return-focus.ts'
import { columnTitle, rowTitle, useDesk } from './desk-context.ts'
import { wireText } from './form-shape.ts'
import { fillMessages } from './messages.ts'
import { SignInAgain } from './sign-in-again.tsx'
import { keyOf } from './task-queries.ts'
import { formKeyOf, type TaskCells } from './use-task-cells.ts'

const says = fillMessages.save

/** Says what keeps typed cells from arriving, and offers the way on. Nothing when all is well. */
export function SaveBar({ taskCells }: { taskCells: TaskCells }): ReactNode {
  const { queue, state } = taskCells
  const count = unsavedCount(state)
  return (
    <>
      {count > 0 && !queue.isKept() && <p className="save-bar">{says.notKept}</p>}
      {state.halted !== undefined && count > 0 && <HaltBar halt={state.halted} count={count} taskCells={taskCells} />}
      {state.conflicts.size > 0 && <ConflictBar taskCells={taskCells} />}
    </>
  )
}

function HaltBar({ halt, count, taskCells }: { halt: Halt; count: number; taskCells: TaskCells }): ReactNode {
  const { resume } = taskCells.queue
  const [asks, setAsks] = useState(true)
  const retry = (
    <Button size="small" onClick={resume}>
      {says.retry}
    </Button>
  )
  switch (halt.reason) {
    case 'unreachable':
      return (
        <div className="save-bar" role="alert">
          {says.unreachable(count)} {retry}
        </div>
      )
    case 'refused':
      return (
        <div className="save-bar save-bar-wrong" role="alert">
          {says.refused(halt.message)} {retry} <Discard />
        </div>
      )
    case 'signed_out':
      return (
        <div className="save-bar" role="alert">
          {says.signedOut(count)}{' '}
          <Button size="small" onClick={() => setAsks(true)}>
            {says.signIn}
          </Button>
          {asks && <SignInAgain count={count} resume={resume} close={() => setAsks(false)} />}
        </div>
      )
  }
}

/** Gives up what the server does not take; the page begins anew with what the server has. */
function Discard(): ReactNode {
  const { person } = useSession()
  const { task } = useDesk().detail
  const discard = () => {
    window.localStorage.removeItem(`eduduty:form:${formKeyOf(person.id, keyOf(task))}`)
    window.location.reload()
  }
  return (
    <Popconfirm title={says.discardTitle} description={says.discardHint} onConfirm={discard}>
      <Button size="small" danger>
        {says.discard}
      </Button>
    </Popconfirm>
  )
}

function ConflictBar({ taskCells }: { taskCells: TaskCells }): ReactNode {
  useReturnFocus()
  const { detail } = useDesk()
  const { queue, state } = taskCells
  const [open, setOpen] = useState(true)
  const column = (id: string) => detail.columns.find((one) => one.id === id)
  const nameOf = ({ row, column: id }: EditConflict) =>
    detail.task.is_roster ? `${rowTitle(detail, Number(row))}　${columnTitle(detail, id)}` : columnTitle(detail, id)
  return (
    <div className="save-bar save-bar-wrong" role="alert">
      {says.conflicts(state.conflicts.size)}{' '}
      <Button size="small" onClick={() => setOpen(true)}>
        {says.choose}
      </Button>
      {open && (
        <ConflictDialog
          conflicts={[...state.conflicts.values()]}
          nameOf={nameOf}
          shown={(conflict, text) => wireText(column(conflict.column), text)}
          resolve={queue.resolve}
          close={() => setOpen(false)}
        />
      )}
    </div>
  )
}
