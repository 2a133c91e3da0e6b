import type { UnitEntry } from '@eduduty/core/organizations'
import { Button, Checkbox, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { organizationMessages } from '../messages.ts'
import { UnitsSelect } from './unit-select.tsx'

const says = organizationMessages.split
const required = [{ required: true, message: organizationMessages.open.required }]

/** The new units that come of one, and which of its members goes where. */
export function SplitFields({ members }: { members: readonly UnitEntry[] }): ReactNode {
  return (
    <>
      <Form.List name="into">
        {(parts, { add, remove }) => (
          <>
            {parts.map((part, index) => (
              <section key={part.key} className="change-part" aria-label={says.part(index + 1)}>
                <p className="muted">
                  {says.part(index + 1)}{' '}
                  {parts.length > 1 && (
                    <button type="button" className="link" onClick={() => remove(part.name)}>
                      {says.remove}
                    </button>
                  )}
                </p>
                <div className="change-pair">
                  <Form.Item name={[part.name, 'name']} label={says.name} rules={required}>
                    <Input maxLength={80} />
                  </Form.Item>
                  <Form.Item name={[part.name, 'code']} label={says.code}>
                    <Input maxLength={18} />
                  </Form.Item>
                </div>
                {members.length > 0 && (
                  <Form.Item name={[part.name, 'members']} label={says.members}>
                    <UnitsSelect units={members} />
                  </Form.Item>
                )}
              </section>
            ))}
            <Button size="small" onClick={() => add({ members: [] })}>
              {says.add}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name="stays" valuePropName="checked" extra={says.hint}>
        <Checkbox>{says.stays}</Checkbox>
      </Form.Item>
    </>
  )
}
