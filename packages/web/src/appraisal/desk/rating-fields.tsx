import type { AppraisalItemView } from '@eduduty/core/appraisal'
import { Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { numberOf, pointsText } from '../given-text.ts'
import { appraisalMessages } from '../messages.ts'

const says = appraisalMessages.form
const pattern = /^\d{1,4}(\.\d{1,4})?$/

/** The level or the points of an item, whichever it is rated by. */
export function RatingFields({ item }: { item: AppraisalItemView }): ReactNode {
  if (item.levels.length > 0)
    return (
      <Form.Item name="level" label={says.level} rules={[{ required: true, message: says.required }]}>
        <Radio.Group
          options={item.levels.map(({ title, points }) => ({ value: title, label: labelOf(title, points) }))}
        />
      </Form.Item>
    )
  return (
    <Form.Item
      name="points"
      label={says.points(item.full ?? '')}
      rules={[{ required: true, pattern, message: says.pointsRule }]}
    >
      <Input className="appraisal-short" inputMode="decimal" />
    </Form.Item>
  )
}

function labelOf(title: string, points: string | undefined): string {
  const number = numberOf(points)
  return number === undefined ? title : `${title}（${pointsText(number)}）`
}
