import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { fillMessages } from './fill/messages.ts'

/** A written reason that others will read. */
export function ReasonField(props: { name?: string; label?: string; optional?: boolean }): ReactNode {
  const { name = 'reason', label = fillMessages.reason.field, optional = false } = props
  const rules = [
    { required: !optional, whitespace: true, min: optional ? 0 : 2, max: 500, message: fillMessages.reason.rule },
  ]
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} showCount />
    </Form.Item>
  )
}
