import type { AppraisalItemView, OpinionBody } from '@eduduty/core/appraisal'
import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { type AppraisalKey, appraisalPath, useAppraisalDeed } from '../appraisal-queries.ts'
import { appraisalMessages } from '../messages.ts'
import { RatingFields } from './rating-fields.tsx'

const says = appraisalMessages.form

interface FormProps {
  readonly appraisalKey: AppraisalKey
  readonly item: AppraisalItemView
  readonly forward: () => void
}

/** A rater's own rating. It begins empty: what the unit says, or the computer, is not to be taken over by a slip. */
export function OpinionForm({ appraisalKey, item, forward }: FormProps): ReactNode {
  const change = useAppraisalDeed()
  const mine = item.opinions.find((one) => one.is_mine)
  const submit = ({ points, level, grounds }: OpinionBody) => {
    const given = item.levels.length > 0 ? { level } : { points }
    const path = `${appraisalPath(appraisalKey)}/items/${encodeURIComponent(item.item)}/opinion`
    change.mutate({ path, body: { ...given, grounds }, done: says.saved }, { onSuccess: forward })
  }
  return (
    <Form<OpinionBody>
      layout="vertical"
      className="appraisal-part"
      onFinish={submit}
      initialValues={{ points: mine?.points, level: mine?.level, grounds: mine?.grounds }}
    >
      <h3>{says.opinion}</h3>
      <RatingFields item={item} />
      <Form.Item
        name="grounds"
        label={says.opinionGrounds}
        rules={[{ required: true, whitespace: true, message: says.required }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} showCount />
      </Form.Item>
      <div className="appraisal-actions">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {says.saveNext}
        </Button>
      </div>
    </Form>
  )
}
