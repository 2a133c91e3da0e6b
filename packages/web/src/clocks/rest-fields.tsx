import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../platform/form/date-field.tsx'
import { calendarMessages } from './messages.ts'

const says = calendarMessages.form

/** Spans of rest, one a line, as the notice lists them. */
export function RestFields(): ReactNode {
  return (
    <Form.List name="rest">
      {(fields, { add, remove }) => (
        <Form.Item label={says.rest}>
          {fields.map((field) => (
            <div key={field.key} className="calendar-line">
              <Form.Item name={[field.name, 'first']} rules={[{ required: true, message: says.restRule }]} noStyle>
                <DateField label={says.first} />
              </Form.Item>
              <span className="muted">{says.last}</span>
              <Form.Item
                name={[field.name, 'last']}
                dependencies={[['rest', field.name, 'first']]}
                rules={[
                  ({ getFieldValue }) => ({
                    validator: (_, last?: string) =>
                      last === undefined || last === '' || last >= String(getFieldValue(['rest', field.name, 'first']))
                        ? Promise.resolve()
                        : Promise.reject(new Error(says.restRule)),
                  }),
                ]}
                noStyle
              >
                <DateField label={says.last} />
              </Form.Item>
              <Button type="link" onClick={() => remove(field.name)}>
                {says.remove}
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add({})}>
            {says.addRest}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  )
}
