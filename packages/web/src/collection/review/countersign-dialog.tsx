import { dayAfter, dayOf } from '@eduduty/core/calendar'
import { REASON_MOST } from '@eduduty/core/collection'
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useDesk } from '../fill/desk-context.ts'
import { fillMessages } from '../fill/messages.ts'
import { keyOf, taskPath } from '../fill/task-queries.ts'
import { useDeed } from '../use-deed.ts'
import { reviewMessages } from './messages.ts'
import { ReviewerField } from './reviewer-select.tsx'

const says = reviewMessages.countersign

interface Asking {
  readonly person_id: string
  readonly question: string
  readonly due_on: string
}

/** Asks somebody else to look before the table passes. */
export function CountersignDialog({ close }: { close: () => void }): ReactNode {
  const { task } = useDesk().detail
  const ask = useDeed()
  const today = dayOf(new Date())
  return (
    <FormDialog<Asking>
      title={says.askTitle}
      hint={says.askHint}
      okText={says.askTitle}
      busy={ask.isPending}
      initial={{ due_on: dayAfter(dayAfter(today)) }}
      submit={(body) =>
        ask.mutate(
          { path: `${taskPath(keyOf(task))}/countersigns`, body, done: fillMessages.actions.done.countersign },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <ReviewerField list="countersigners" />
      <ReasonField name="question" label={says.question} most={REASON_MOST} />
      <Form.Item name="due_on" label={says.due} rules={[{ required: true }]}>
        <DateField min={today} />
      </Form.Item>
    </FormDialog>
  )
}
