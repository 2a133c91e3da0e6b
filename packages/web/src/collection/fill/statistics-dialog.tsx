import type { SavedCells, StatisticsComparison, StatisticsItem } from '@eduduty/core/collection/tasks'
import { App, Button, Checkbox, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useReturnFocus } from '../../platform/shell/use-return-focus.ts'
import { useDeed } from '../use-deed.ts'
import { useDesk } from './desk-context.ts'
import { paneMessages } from './pane-messages.ts'
import { keyOf, taskPath } from './task-queries.ts'

const says = paneMessages.statistics

interface StatisticsDialogProps {
  readonly comparison: StatisticsComparison
  readonly close: () => void
}

/** What is blank is ticked; what differs is for people to decide. Taken over cell by cell, as if it were typed. */
export function StatisticsDialog({ comparison, close }: StatisticsDialogProps): ReactNode {
  useReturnFocus()
  const { task } = useDesk().detail
  const { message } = App.useApp()
  const save = useDeed<SavedCells>()
  const [left, setLeft] = useState(comparison.items.filter(({ state }) => state !== 'equal'))
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    new Set(left.flatMap(({ state, column }) => (state === 'blank' ? [column] : []))),
  )
  const chosen = left.filter(({ column }) => ticked.has(column))
  const equal = comparison.items.length - left.length
  const take = () => {
    const edits = chosen.map(({ row_no, column, filled, statistics }) => ({
      row_no,
      column,
      from: filled,
      to: statistics,
    }))
    save.mutate(
      { path: `${taskPath(keyOf(task))}/cells`, body: { edits } },
      {
        onSuccess: ({ results }) => {
          const taken = new Set(results.flatMap(({ state, column }) => (state === 'saved' ? [column] : [])))
          setLeft(left.filter(({ column }) => !taken.has(column)))
          if (taken.size === results.length) void message.success(says.done(taken.size))
          else void message.warning(says.partly(taken.size, results.length - taken.size))
        },
      },
    )
  }
  return (
    <Modal
      open
      width={920}
      title={says.dialogTitle(comparison.file)}
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          {says.close}
        </Button>,
        <Button key="take" type="primary" disabled={chosen.length === 0} loading={save.isPending} onClick={take}>
          {says.take(chosen.length)}
        </Button>,
      ]}
    >
      <p className="note form-hint">{says.summary(comparison.year, equal, left.length)}</p>
      {left.length > 0 && <Items items={left} ticked={ticked} tick={setTicked} />}
      {comparison.notes.length > 0 && (
        <details>
          <summary>{says.notes(comparison.notes.length)}</summary>
          <ul className="statistics-notes">
            {comparison.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </Modal>
  )
}

interface ItemsProps {
  readonly items: readonly StatisticsItem[]
  readonly ticked: ReadonlySet<string>
  readonly tick: (columns: ReadonlySet<string>) => void
}

function Items({ items, ticked, tick }: ItemsProps): ReactNode {
  const all = items.every(({ column }) => ticked.has(column))
  const toggle = (column: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(column)
    else next.delete(column)
    tick(next)
  }
  return (
    <div className="statistics-items">
      <table className="plain">
        <thead>
          <tr>
            <th>
              <Checkbox
                aria-label={says.all}
                checked={all}
                onChange={() => tick(all ? new Set() : new Set(items.map(({ column }) => column)))}
              />
            </th>
            <th>{says.columns.title}</th>
            <th>{says.columns.unit}</th>
            <th className="align-right">{says.columns.filled}</th>
            <th className="align-right">{says.columns.statistics}</th>
            <th className="align-right">{says.columns.difference}</th>
            <th>{says.columns.source}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.column}>
              <td>
                <Checkbox
                  aria-label={says.tick(item.title)}
                  checked={ticked.has(item.column)}
                  onChange={(event) => toggle(item.column, event.target.checked)}
                />
              </td>
              <td>{item.title}</td>
              <td>{item.unit}</td>
              <td className="align-right number">
                {item.filled === '' ? <span className="muted">{says.blank}</span> : item.filled}
              </td>
              <td className="align-right number">{item.statistics}</td>
              <td className="align-right number">{item.difference}</td>
              <td className="muted">{item.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
