import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../platform/form/date-field.tsx'
import { dutyMessages } from './messages.ts'

const says = dutyMessages.form
const rules = [{ required: true, message: says.milestoneRule }]

/** Steps on the way, as many as are wanted. */
export function MilestoneFields(): ReactNode {
  return (
    <Form.List name="milestones">
      {(fields, { add, remove }) => (
        <Form.Item label={says.milestones}>
          {fields.map((field) => (
            <div key={field.key} className="duty-milestone">
              <Form.Item name={[field.name, 'title']} rules={rules} noStyle>
                <Input maxLength={200} placeholder={says.milestoneTitle} aria-label={says.milestoneTitle} />
              </Form.Item>
              <Form.Item name={[field.name, 'due_on']} rules={rules} noStyle>
                <DateField label={says.due} />
              </Form.Item>
              <Button type="link" onClick={() => remove(field.name)}>
                {says.removeMilestone}
              </Button>
            </div>
          ))}
          {fields.length < 24 && (
            <Button size="small" onClick={() => add({ title: '', due_on: '' })}>
              {says.addMilestone}
            </Button>
          )}
        </Form.Item>
      )}
    </Form.List>
  )
}
