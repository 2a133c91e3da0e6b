import type { NeedRow, Requested } from '@eduduty/core/archive'
import { dayAfter, dayOf } from '@eduduty/core/calendar'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { archiveKey } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.request

interface RequestDialogProps {
  readonly county: string
  readonly needs: readonly NeedRow[]
  readonly close: () => void
  readonly done: () => void
}

/** Asks the owners for what is missing: till when, and a sentence; each unit is told once. */
export function RequestDialog({ county, needs, close, done }: RequestDialogProps): ReactNode {
  const request = useChange<Requested>(archiveKey)
  const units = new Set(needs.map(({ unit }) => unit)).size
  return (
    <FormDialog<{ due_on: string; says?: string }>
      title={says.title}
      hint={says.hint(needs.length, units)}
      okText={says.ok}
      busy={request.isPending}
      submit={({ due_on, says: words = '' }) =>
        request.mutate(
          {
            path: `/archive/needs/${encodeURIComponent(county)}/requests`,
            body: { needs: needs.map(({ need }) => need), due_on, says: words.trim() },
            done: (told) => says.done(told.units, told.needs),
          },
          { onSuccess: done },
        )
      }
      close={close}
    >
      <Form.Item name="due_on" label={says.due} rules={[{ required: true, message: says.dueRule }]}>
        <DateField min={dayAfter(dayOf(new Date()))} />
      </Form.Item>
      <Form.Item name="says" label={says.says}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  )
}
