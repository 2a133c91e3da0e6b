import { REASON_MOST } from '@eduduty/core/collection'
import { useIsFetching } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { App, Button, Checkbox, Form, InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { useDeed } from '../use-deed.ts'
import { rowTitle, useDesk } from './desk-context.ts'
import { fillMessages } from './messages.ts'
import { isAllowed } from './permits.ts'
import { keyOf, rowsPerPage, taskKeyOf, taskPath } from './task-queries.ts'

const route = getRouteApi('/shell/plain/collection/tasks/$county/$task')
const says = fillMessages.roster

/** Above a roster: search, pages, rows added and taken away. */
export function RosterBar(): ReactNode {
  const { detail, place } = useDesk()
  const { message } = App.useApp()
  const [open, setOpen] = useState<'add' | 'remove'>()
  const mayFill = isAllowed(detail, 'fill')
  const remove = () => (place === undefined ? void message.info(says.pickFirst) : setOpen('remove'))
  return (
    <div className="filters">
      <RowFilters />
      <Pages />
      {mayFill && (
        <span className="filters-end head-actions">
          <Button size="small" onClick={() => setOpen('add')}>
            {says.addRows}
          </Button>
          <Button size="small" onClick={remove}>
            {says.remove}
          </Button>
        </span>
      )}
      {open === 'add' && <AddDialog close={() => setOpen(undefined)} />}
      {open === 'remove' && place !== undefined && <RemoveDialog row={place.row} close={() => setOpen(undefined)} />}
    </div>
  )
}

/** By name, class or any other word of a row; numbers that are kept sealed are found by the whole number. */
function RowFilters(): ReactNode {
  const { row_text, row_problems } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: { row_text?: string | undefined; row_problems?: 'true' | undefined }) =>
    navigate({
      search: (before) => ({ ...before, ...part, row_from: undefined, row: undefined, column: undefined }),
      replace: true,
    })
  return (
    <>
      <TextFilter label={says.find} text={row_text} onText={(text) => change({ row_text: text })} wide />
      <Checkbox
        checked={row_problems === 'true'}
        onChange={({ target }) => change({ row_problems: target.checked ? 'true' : undefined })}
      >
        {says.onlyProblems}
      </Checkbox>
    </>
  )
}

function Pages(): ReactNode {
  const { detail } = useDesk()
  const navigate = route.useNavigate()
  const { row_from: from, row_total: total } = detail
  // The rows shown stay until those asked for are there; that they are on their way is said at once.
  const isFinding =
    useIsFetching({ queryKey: taskKeyOf(keyOf(detail.task)), predicate: ({ state }) => state.data === undefined }) > 0
  const go = (to: number) => () =>
    navigate({
      search: (before) => ({
        ...before,
        row_from: to <= 0 ? undefined : String(to),
        row: undefined,
        column: undefined,
      }),
    })
  return (
    <>
      <span className="muted" role="status">
        {isFinding ? says.finding : total === 0 ? '' : says.range(from + 1, from + detail.rows.length, total)}
      </span>
      {total > rowsPerPage && (
        <>
          <Button size="small" disabled={from === 0} onClick={go(from - rowsPerPage)}>
            {says.previous}
          </Button>
          <Button size="small" disabled={from + rowsPerPage >= total} onClick={go(from + rowsPerPage)}>
            {says.next}
          </Button>
        </>
      )}
    </>
  )
}

function AddDialog({ close }: { close: () => void }): ReactNode {
  const { task } = useDesk().detail
  const add = useDeed()
  return (
    <FormDialog<{ count: number }>
      title={says.addTitle}
      okText={says.addRows}
      busy={add.isPending}
      initial={{ count: 10 }}
      submit={({ count }) =>
        add.mutate(
          { path: `${taskPath(keyOf(task))}/rows`, body: { count }, done: says.added(count) },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <Form.Item name="count" label={says.count} rules={[{ required: true }]}>
        <InputNumber min={1} max={500} precision={0} autoFocus />
      </Form.Item>
    </FormDialog>
  )
}

function RemoveDialog({ row, close }: { row: number; close: () => void }): ReactNode {
  const { detail } = useDesk()
  const { task } = detail
  const remove = useDeed()
  return (
    <FormDialog<{ reason: string }>
      title={says.removeTitle(rowTitle(detail, row))}
      hint={says.removeHint}
      okText={says.remove}
      danger
      busy={remove.isPending}
      submit={({ reason }) =>
        remove.mutate(
          { path: `${taskPath(keyOf(task))}/rows/removal`, body: { row_nos: [row], reason }, done: says.removed },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <ReasonField label={fillMessages.reason.field} most={REASON_MOST} />
    </FormDialog>
  )
}
