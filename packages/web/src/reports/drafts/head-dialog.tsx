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
  readonly number?: string
  readonly imprint?: { readonly copies?: string; readonly office?: string; readonly printed?: string }
}

/** What stands around the text. */
export function HeadDialog(props: { report: ReportDetail; desk: ReportDesk; close: () => void }): ReactNode {
  const { report, desk, close } = props
  const { blocks: _, dropped: __, ...initial } = report.content
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
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={400} showCount />
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
      <Form.Item name="number" label={says.headFields.number} extra={says.headHints.number}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={['imprint', 'copies']} label={says.headFields.copies}>
        <Input maxLength={400} />
      </Form.Item>
      <Form.Item name={['imprint', 'office']} label={says.headFields.office}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['imprint', 'printed']} label={says.headFields.printed} extra={says.headHints.printed}>
        <Input maxLength={60} />
      </Form.Item>
    </FormDialog>
  )
}
