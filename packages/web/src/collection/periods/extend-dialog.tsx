import { dayOf } from '@eduduty/core/calendar'
import { REASON_MOST } from '@eduduty/core/collection'
import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { fillMessages } from '../fill/messages.ts'
import { useDeed } from '../use-deed.ts'
import { periodMessages } from './messages.ts'
import type { PeriodActionsProps } from './period-actions-props.ts'
import { periodPath, periodTasksQuery } from './period-queries.ts'

const says = periodMessages.extend

interface Extending {
  readonly closes_on: string
  readonly reason: string
}

/** More time for the ticked units, on whatever they still owe. */
export function ExtendDialog({
  periodKey,
  chosen,
  choose,
  close,
}: PeriodActionsProps & { close: () => void }): ReactNode {
  const extend = useDeed<{ tasks: number }>()
  const owed = useQuery(periodTasksQuery(periodKey, 'true'))
  const tasks = owed.data?.filter(({ unit_id }) => chosen.has(unit_id))
  const submit = ({ closes_on, reason }: Extending) => {
    const body = { task_ids: (tasks ?? []).map(({ task_id }) => task_id), closes_on, reason }
    extend.mutate(
      { path: `${periodPath(periodKey)}/extensions`, body, done: ({ tasks: count }) => says.done(count), shown: true },
      {
        onSuccess: () => {
          choose(new Set())
          close()
        },
      },
    )
  }
  return (
    <FormDialog<Extending>
      title={says.title}
      hint={owed.error?.message ?? (tasks === undefined ? says.reading : says.hint(chosen.size, tasks.length))}
      okText={says.ok}
      busy={extend.isPending || tasks === undefined}
      submit={submit}
      close={close}
    >
      <Form.Item name="closes_on" label={says.closes} rules={[{ required: true, message: says.closesRule }]}>
        <DateField min={dayOf(new Date())} />
      </Form.Item>
      <ReasonField label={fillMessages.reason.field} most={REASON_MOST} />
    </FormDialog>
  )
}
