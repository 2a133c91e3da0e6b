import { outcomeKinds, paidOutcomes, type RecordOutcomeBody } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/calendar'
import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { type AppraisalKey, appraisalPath, useAppraisalDeed } from '../appraisal-queries.ts'
import { outcomeMessages as says } from '../yearly-messages.ts'

const needed = [{ required: true, whitespace: true, message: says.required }]
const words = [{ required: true, whitespace: true, min: 2, message: says.required }]
const money = [{ pattern: /^\d{1,10}(\.\d{1,2})?$/, message: says.fields.amountRule }]
const kinds = Object.entries(outcomeKinds).map(([value, label]) => ({ value, label }))

/** Kind, day, document and grounds of what followed from a result. */
export function RecordDialog({ appraisalKey, close }: { appraisalKey: AppraisalKey; close: () => void }): ReactNode {
  const change = useAppraisalDeed()
  const [form] = Form.useForm<RecordOutcomeBody>()
  const kind = Form.useWatch('kind', form)
  const submit = ({ amount = '', due_on: due = '', ...body }: RecordOutcomeBody) =>
    change.mutate(
      {
        path: `${appraisalPath(appraisalKey)}/outcomes`,
        body: { ...body, ...(amount !== '' && { amount }), ...(due !== '' && { due_on: due }) },
        done: says.recorded,
      },
      { onSuccess: close },
    )
  return (
    <FormDialog<RecordOutcomeBody>
      title={says.record}
      okText={says.recordOk}
      busy={change.isPending}
      form={form}
      initial={{ dated_on: dayOf(new Date()) }}
      submit={submit}
      close={close}
    >
      <Form.Item name="kind" label={says.fields.kind} rules={[{ required: true, message: says.required }]}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name="dated_on" label={says.fields.dated} rules={needed}>
        <DateField />
      </Form.Item>
      <Form.Item name="document_no" label={says.fields.document} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="grounds" label={says.fields.grounds} rules={words}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} showCount />
      </Form.Item>
      {kind !== undefined && paidOutcomes.has(kind) && (
        <Form.Item name="amount" label={says.fields.amount} rules={money}>
          <Input className="appraisal-short" inputMode="decimal" />
        </Form.Item>
      )}
      {kind === 'to_rectify' && (
        <Form.Item name="due_on" label={says.fields.due}>
          <DateField />
        </Form.Item>
      )}
    </FormDialog>
  )
}
