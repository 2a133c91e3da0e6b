import { chinaMinute } from '@eduduty/core/calendar'
import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ConflictChoice, EditConflict } from './edit-queue.ts'
import { cellKey } from './grid-model.ts'
import { gridMessages } from './messages.ts'

interface ConflictDialogProps {
  readonly conflicts: readonly EditConflict[]
  /** The cell in words: 城关镇小学 班级总数（个）. */
  readonly nameOf: (conflict: EditConflict) => string
  /** A text as the cell shows it, e.g. the title of a code; as it is without. */
  readonly shown?: (conflict: EditConflict, text: string) => string
  readonly resolve: (choices: readonly ConflictChoice[]) => void
  readonly close: () => void
}

const says = gridMessages.conflict

/**
 * Both texts of each cell side by side, with who and when; nothing is chosen beforehand, and nothing is lost by waiting.
 * Open it when somebody asks for it: a dialog that opens by itself would swallow what is being typed.
 */
export function ConflictDialog(props: ConflictDialogProps): ReactNode {
  const { conflicts, close } = props
  const [taken, setTaken] = useState<ReadonlyMap<string, 'mine' | 'theirs'>>(new Map())
  const choices = conflicts.flatMap(({ row, column }): ConflictChoice[] => {
    const take = taken.get(cellKey(row, column))
    return take === undefined ? [] : [{ row, column, take }]
  })
  const takeAll = (take: 'mine' | 'theirs') =>
    setTaken(new Map(conflicts.map(({ row, column }) => [cellKey(row, column), take])))
  const confirm = () => {
    props.resolve(choices)
    if (choices.length === conflicts.length) close()
  }
  return (
    <Modal
      open
      width={760}
      title={says.title(conflicts.length)}
      onCancel={close}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={close}>{says.later}</Button>
          <Button type="primary" disabled={choices.length === 0} onClick={confirm}>
            {says.confirm(choices.length)}
          </Button>
        </>
      }
    >
      <p className="note">{says.hint}</p>
      {conflicts.length > 1 && (
        <p className="conflict-all">
          <Button size="small" onClick={() => takeAll('mine')}>
            {says.allMine}
          </Button>
          <Button size="small" onClick={() => takeAll('theirs')}>
            {says.allTheirs}
          </Button>
        </p>
      )}
      <ConflictTable {...props} taken={taken} take={(key, take) => setTaken(new Map(taken).set(key, take))} />
    </Modal>
  )
}

interface TableProps extends ConflictDialogProps {
  readonly taken: ReadonlyMap<string, 'mine' | 'theirs'>
  readonly take: (key: string, take: 'mine' | 'theirs') => void
}

function ConflictTable({ conflicts, nameOf, shown = (_, text) => text, taken, take }: TableProps): ReactNode {
  return (
    <div className="ledger-box conflict-box">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{says.cell}</th>
            <th scope="col">{says.mine}</th>
            <th scope="col">{says.theirs}</th>
            <th scope="col">{says.who}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict) => {
            const key = cellKey(conflict.row, conflict.column)
            const side = (which: 'mine' | 'theirs') => (
              <td className={taken.get(key) === which ? 'wrap conflict-chosen' : 'wrap'}>
                <label>
                  <span className="conflict-text">{shown(conflict, conflict[which]) || says.empty}</span>
                  <input type="radio" name={key} checked={taken.get(key) === which} onChange={() => take(key, which)} />{' '}
                  {which === 'mine' ? says.takeMine : says.takeTheirs}
                </label>
              </td>
            )
            return (
              <tr key={key}>
                <th scope="row" className="wrap">
                  {nameOf(conflict)}
                </th>
                {side('mine')}
                {side('theirs')}
                <td className="wrap">
                  {conflict.by}
                  <span className="under">{chinaMinute(conflict.at)}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
