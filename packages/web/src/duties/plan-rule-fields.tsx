import { Form, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { dutyMessages } from './messages.ts'

const says = dutyMessages.opening

/** What a county sets for its year: when lights turn, and what letters of supervision are offered. */
export function PlanRuleFields(): ReactNode {
  return (
    <>
      <div className="duty-pair">
        <Form.Item name="soon_days" label={says.soon} rules={[{ required: true, message: says.soonRule }]}>
          <InputNumber min={1} max={180} precision={0} />
        </Form.Item>
        <Form.Item name="silent_days" label={says.silent} rules={[{ required: true, message: says.silentRule }]}>
          <InputNumber min={1} max={366} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="answer_days" label={says.answer} extra={says.answerHint}>
        <InputNumber min={1} max={90} precision={0} />
      </Form.Item>
    </>
  )
}
