import { chinaMinute } from '@eduduty/core/calendar'
import type { PacketConflict } from '@eduduty/core/collection/packet'
import type { CellResult, SavedCells } from '@eduduty/core/collection/tasks'
import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useReturnFocus } from '../../platform/shell/use-return-focus.ts'
import { useDeed } from '../use-deed.ts'
import { columnTitle, rowTitle, useDesk } from './desk-context.ts'
import { paneMessages } from './pane-messages.ts'
import { keyOf, taskPath } from './task-queries.ts'

const says = paneMessages.files

/** Cells that the packet and the network have otherwise, side by side; nothing was overwritten. */
export function PacketConflicts(props: { conflicts: readonly PacketConflict[]; close: () => void }): ReactNode {
  useReturnFocus()
  const { detail } = useDesk()
  const [left, setLeft] = useState<readonly OpenConflict[]>(props.conflicts)
  const save = useDeed<SavedCells>()
  const keep = (rest: readonly OpenConflict[]) => {
    setLeft(rest)
    if (rest.length === 0) props.close()
  }
  const drop = (gone: OpenConflict) => keep(left.filter((one) => one !== gone))
  const take = (chosen: readonly PacketConflict[]) => {
    const edits = chosen.map(({ row_no, column, mine, theirs }) => ({ row_no, column, from: theirs, to: mine }))
    save.mutate(
      { path: `${taskPath(keyOf(detail.task))}/cells`, body: { edits } },
      { onSuccess: ({ results }) => keep(left.flatMap((one) => settled(one, results))) },
    )
  }
  return (
    <Modal
      open
      width={760}
      title={says.conflicts(left.length)}
      onCancel={props.close}
      footer={[
        <Button key="keep" onClick={props.close}>
          {says.keepAll}
        </Button>,
        <Button key="take" type="primary" loading={save.isPending} onClick={() => take(left)}>
          {says.takeAll}
        </Button>,
      ]}
    >
      <Conflicts left={left} take={(one) => take([one])} drop={drop} />
    </Modal>
  )
}

interface ConflictsProps {
  readonly left: readonly OpenConflict[]
  readonly take: (one: OpenConflict) => void
  readonly drop: (one: OpenConflict) => void
}

/** Both contents side by side; one of them is chosen. */
function Conflicts(props: ConflictsProps): ReactNode {
  const { detail } = useDesk()
  return (
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
        {props.left.map((one) => (
          <tr key={`${one.row_no} ${one.column}`}>
            <td>
              {detail.task.is_roster && `${rowTitle(detail, one.row_no)} `}
              {columnTitle(detail, one.column)}
            </td>
            <td>
              {one.mine}{' '}
              <button type="button" className="link" onClick={() => props.take(one)}>
                {says.take}
              </button>
            </td>
            <td>
              {one.theirs}{' '}
              <button type="button" className="link" onClick={() => props.drop(one)}>
                {says.keep}
              </button>
            </td>
            <td className="muted">
              {one.by} {one.at !== undefined && chinaMinute(one.at)}
              {one.refused !== undefined && <span className="wrong refusal">{one.refused}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface OpenConflict extends PacketConflict {
  /** Why what the packet has was not taken. */
  readonly refused?: string
}

/** What is left of a conflict after it was saved: nothing when its cell was taken, else why not, with what stands there now. */
function settled(one: OpenConflict, results: readonly CellResult[]): readonly OpenConflict[] {
  const result = results.find(({ row_no, column }) => row_no === one.row_no && column === one.column)
  if (result === undefined) return [one]
  const { state, text, message = '', by = one.by, at = one.at } = result
  const who = { ...(by !== undefined && { by }), ...(at !== undefined && { at }) }
  switch (state) {
    case 'saved':
      return []
    case 'conflict':
      return [{ ...one, theirs: text, ...who, refused: says.changedAgain }]
    case 'invalid':
    case 'locked':
      return [{ ...one, refused: says.notTaken(message) }]
  }
}
