import { dayOf } from '@eduduty/core/calendar'
import type { PledgeRow, SignPledgeBody } from '@eduduty/core/duties'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FileButton } from '../../platform/form/file-button.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { dutiesKey } from '../duty-queries.ts'
import { pledgeMessages } from './messages.ts'
import { scanFiles, sendCopy } from './send-copy.ts'

const says = pledgeMessages.sign

/** Notes that a pledge was signed on paper, and files its scan where one is at hand. */
export function SignDeed({ path, row }: { path: string; row: PledgeRow }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const [scan, setScan] = useState<File>()
  const client = useQueryClient()
  const { message } = App.useApp()
  const change = useChange<{ id: string }>(dutiesKey)
  const file = async (): Promise<void> => {
    setOpen(false)
    if (scan === undefined) return
    try {
      const { served } = await sendCopy(`${path}/copies`, scan)
      void message.success(pledgeMessages.deeds.copied(row.name, served))
    } catch (error) {
      void message.error(says.noCopy(error instanceof Error ? error.message : String(error)), 8)
    }
    void client.invalidateQueries({ queryKey: dutiesKey })
  }
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
              { path: `${path}/signing`, body, done: pledgeMessages.deeds.signed(row.name) },
              { onSuccess: () => void file() },
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
          <Form.Item label={says.scan} extra={says.scanHint}>
            <FileButton label={scan?.name ?? says.chooseScan} accept={scanFiles} onFile={setScan} />
          </Form.Item>
        </FormDialog>
      )}
    </>
  )
}
