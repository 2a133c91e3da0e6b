import type { ReportDetail } from '@eduduty/core/reports'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { draftMessages as says } from './messages.ts'
import type { ReportDesk } from './use-report.ts'

interface Head {
  readonly title: string
  readonly addressee?: string
  readonly signer?: string
  readonly date?: string
}

/** What stands around the text. */
export function HeadDialog(props: { report: ReportDetail; desk: ReportDesk; close: () => void }): ReactNode {
  const { report, desk, close } = props
  const { title, addressee, signer, date } = report.content
  const initial: Head = {
    title,
    ...(addressee !== undefined && { addressee }),
    ...(signer !== undefined && { signer }),
    ...(date !== undefined && { date }),
  }
  const submit = async (values: Head): Promise<void> => {
    if (await desk.save({ around: values })) close()
  }
  return (
    <FormDialog<Head>
      title={says.head}
      okText={says.save}
      busy={desk.state === 'saving'}
      initial={initial}
      submit={submit}
      close={close}
    >
      <Form.Item name="title" label={says.headFields.title} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={400} />
      </Form.Item>
      <Form.Item name="addressee" label={says.headFields.addressee}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="signer" label={says.headFields.signer}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="date" label={says.headFields.date}>
        <Input maxLength={60} />
      </Form.Item>
    </FormDialog>
  )
}
