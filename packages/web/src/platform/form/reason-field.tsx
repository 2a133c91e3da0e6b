import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { formMessages } from './messages.ts'

/** A written reason; it goes into the audit log. */
export function ReasonField(props: { label?: string }): ReactNode {
  const rules = [{ required: true, whitespace: true, min: 2, max: 200, message: formMessages.reasonRule }]
  return (
    <Form.Item name="reason" label={props.label ?? formMessages.reason} rules={rules}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={200} showCount />
    </Form.Item>
  )
}
