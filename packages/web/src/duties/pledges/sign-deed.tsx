import { dayOf } from '@eduduty/core/calendar'
import type { PledgeRow, SignPledgeBody } from '@eduduty/core/duties'
import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { dutiesKey } from '../duty-queries.ts'
import { pledgeMessages } from './messages.ts'

const says = pledgeMessages.sign

/** Notes that a pledge was signed on paper. */
export function SignDeed({ path, row }: { path: string; row: PledgeRow }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const change = useChange<{ id: string }>(dutiesKey)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {pledgeMessages.deeds.sign}
      </Button>
      {isOpen && (
        <FormDialog<SignPledgeBody>
          title={says.title(row.name)}
          okText={says.ok}
          busy={change.isPending}
          initial={{ signed_on: dayOf(new Date()), copy_no: '' }}
          submit={(body) =>
            change.mutate(
              { path, body, done: pledgeMessages.deeds.signed(row.name) },
              { onSuccess: () => setOpen(false) },
            )
          }
          close={() => setOpen(false)}
        >
          <Form.Item name="signed_on" label={says.on} rules={[{ required: true, message: says.day }]}>
            <DateField />
          </Form.Item>
          <Form.Item
            name="signed_by"
            label={says.by}
            rules={[{ required: true, whitespace: true, message: says.required }]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="copy_no" label={says.copy}>
            <Input maxLength={100} />
          </Form.Item>
        </FormDialog>
      )}
    </>
  )
}
