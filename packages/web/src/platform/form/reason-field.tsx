import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { formMessages } from './messages.ts'

interface ReasonFieldProps {
  readonly name?: string
  readonly label?: string
  /** The most signs that it may have. */
  readonly most?: number
  readonly isOptional?: boolean
}

/** A written reason, for others to read or for the audit log: at least two signs that are no blanks. */
export function ReasonField(props: ReasonFieldProps): ReactNode {
  const { name = 'reason', label = formMessages.reason, most = 200, isOptional = false } = props
  const rules = isOptional ? [] : [{ required: true, pattern: /\S.*\S/, message: formMessages.reasonRule(most) }]
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={most} showCount />
    </Form.Item>
  )
}
