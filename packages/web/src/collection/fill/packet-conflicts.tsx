import { chinaMinute } from '@eduduty/core/calendar'
import type { SavedCells } from '@eduduty/core/collection/tasks'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useDeed } from '../use-deed.ts'
import { columnTitle, useDesk } from './desk-context.ts'
import { paneMessages } from './pane-messages.ts'
import { keyOf, taskPath } from './task-queries.ts'
import type { PacketConflict } from './use-upload.ts'

const says = paneMessages.files

/** Cells that the packet and the network have otherwise, side by side; nothing was overwritten. */
export function PacketConflicts(props: { conflicts: readonly PacketConflict[]; close: () => void }): ReactNode {
  const { detail } = useDesk()
  const [left, setLeft] = useState(props.conflicts)
  const save = useDeed<SavedCells>()
  const drop = (gone: readonly PacketConflict[]) => {
    const rest = left.filter((one) => !gone.includes(one))
    setLeft(rest)
    if (rest.length === 0) props.close()
  }
  const take = (chosen: readonly PacketConflict[]) => {
    const edits = chosen.map(({ row_no, column, mine, theirs }) => ({ row_no, column, from: theirs, to: mine }))
    save.mutate({ path: `${taskPath(keyOf(detail.task))}/cells`, body: { edits } }, { onSuccess: () => drop(chosen) })
  }
  return (
    <div role="alert">
      <p className="short">{says.conflicts(left.length)}</p>
      <table className="plain">
        <thead>
          <tr>
            <th>{says.conflictCell}</th>
            <th>{says.mine}</th>
            <th>{says.theirs}</th>
            <th>{says.who}</th>
          </tr>
        </thead>
        <tbody>
          {left.map((one) => (
            <tr key={`${one.row_no} ${one.column}`}>
              <td>
                {detail.task.is_roster && `${paneMessages.problems.row(one.row_no)} `}
                {columnTitle(detail, one.column)}
              </td>
              <td>
                {one.mine}
                <button type="button" className="link" onClick={() => take([one])}>
                  {says.take}
                </button>
              </td>
              <td>
                {one.theirs}
                <button type="button" className="link" onClick={() => drop([one])}>
                  {says.keep}
                </button>
              </td>
              <td className="muted">
                {one.by} {chinaMinute(one.at)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" loading={save.isPending} onClick={() => take(left)}>
        {says.takeAll}
      </Button>
    </div>
  )
}
