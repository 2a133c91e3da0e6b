import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { organizationMessages } from '../messages.ts'

const says = organizationMessages.change

/** From when and why: every change of a unit says both. */
export function EffectFields(): ReactNode {
  return (
    <div className="change-pair">
      <Form.Item name="effective_on" label={says.effectiveOn} rules={[{ required: true, message: says.dayRule }]}>
        <DateField />
      </Form.Item>
      <Form.Item
        name="reason"
        label={says.reason}
        rules={[{ required: true, whitespace: true, message: says.reasonRule }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </div>
  )
}
