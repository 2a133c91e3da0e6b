import { dayAfter, dayOf } from '@eduduty/core/calendar'
import { REASON_MOST } from '@eduduty/core/collection'
import { Button, Checkbox, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { columnTitle, rowTitle, useDesk } from '../fill/desk-context.ts'
import { fillMessages } from '../fill/messages.ts'
import { type CellPlace, keyOf, taskPath } from '../fill/task-queries.ts'
import { useDeed } from '../use-deed.ts'
import { reviewMessages } from './messages.ts'
import { tiedCells } from './tied-cells.ts'

const says = reviewMessages.returning

interface Returning {
  readonly reason: string
  readonly due_on: string
}

/** Sends the chosen cells back, each with its reason; without any the whole table. */
export function ReturnDialog({ close }: { close: () => void }): ReactNode {
  const { detail, basket } = useDesk()
  const may = useMay()
  const send = useDeed()
  const { task } = detail
  const [locked, setLocked] = useState<readonly string[]>([])
  const { tied, freed } = tiedCells(detail, basket.cells)
  const isAlong = (place: CellPlace) => !locked.includes(nameOf(place))
  const isFirst = task.holder.side === 'first_review' && !may('collection.review')
  const path = `${taskPath(keyOf(task))}/${isFirst ? 'first-return' : 'return'}`
  const submit = ({ reason, due_on }: Returning) => {
    const cells = basket.cells.map(({ row, column, reason: why }) => ({
      row_no: row,
      column,
      reason: why.trim() || reason,
    }))
    const done = () => {
      basket.clear()
      close()
    }
    // What need not be filled now may have to be once the returned cells say something else: it opens unasked.
    const along = locked.length === 0 ? {} : { open_also: [...tied.filter(isAlong), ...freed].map(toCellAt) }
    send.mutate(
      { path, body: { cells, reason, due_on, ...along }, done: fillMessages.actions.done.return },
      { onSuccess: done },
    )
  }
  const today = dayOf(new Date())
  return (
    <FormDialog<Returning>
      title={says.title(task.title, task.unit_name)}
      hint={says.hint(basket.cells.length)}
      okText={says.ok}
      busy={send.isPending}
      initial={{ due_on: dayAfter(dayAfter(dayAfter(today))) }}
      submit={submit}
      close={close}
    >
      {basket.cells.length > 0 && <Cells />}
      {tied.length > 0 && <Along tied={tied} isAlong={isAlong} setLocked={setLocked} />}
      <ReasonField label={says.reason} most={REASON_MOST} />
      <Form.Item name="due_on" label={says.due} rules={[{ required: true, message: says.dueRule }]}>
        <DateField min={today} />
      </Form.Item>
    </FormDialog>
  )
}

const nameOf = ({ row, column }: CellPlace): string => `${row} ${column}`
const toCellAt = ({ row, column }: CellPlace) => ({ row_no: row, column })

/** What hard rules tie to the chosen cells; all of it opens with them unless the reviewer takes the tick away. */
function Along(props: {
  tied: readonly CellPlace[]
  isAlong: (place: CellPlace) => boolean
  setLocked: (names: readonly string[]) => void
}): ReactNode {
  const { detail } = useDesk()
  const { tied, isAlong, setLocked } = props
  const options = tied.map((place) => ({
    value: nameOf(place),
    label: `${detail.task.is_roster ? `${rowTitle(detail, place.row)}　` : ''}${columnTitle(detail, place.column)}`,
  }))
  return (
    <Form.Item label={says.along} extra={says.alongHint}>
      <Checkbox.Group
        className="return-along"
        options={options}
        value={tied.filter(isAlong).map(nameOf)}
        onChange={(ticked) => setLocked(options.map(({ value }) => value).filter((name) => !ticked.includes(name)))}
      />
    </Form.Item>
  )
}

/** The chosen cells; a reason of its own may be written beside each. */
function Cells(): ReactNode {
  const { detail, basket } = useDesk()
  return (
    <table className="plain return-cells">
      <thead>
        <tr>
          <th>{says.cell}</th>
          <th>{says.why}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {basket.cells.map((cell) => (
          <tr key={`${cell.row} ${cell.column}`}>
            <td>
              {detail.task.is_roster && `${rowTitle(detail, cell.row)}　`}
              {columnTitle(detail, cell.column)}
            </td>
            <td>
              <Input
                size="small"
                aria-label={says.why}
                maxLength={500}
                value={cell.reason}
                onChange={(event) => basket.put({ ...cell, reason: event.target.value })}
              />
            </td>
            <td>
              <Button size="small" type="link" onClick={() => basket.take(cell)}>
                {says.remove}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
