import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { appraisalMessages } from '../messages.ts'

const says = appraisalMessages.form

/** The list of evidence: what it is, its number or date, where it lies. */
export function EvidenceFields(): ReactNode {
  return (
    <Form.Item label={says.evidence}>
      <Form.List name="evidence">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="appraisal-evidence">
                <Form.Item name={[name, 'name']} rules={[{ required: true, whitespace: true, message: says.required }]}>
                  <Input placeholder={says.evidenceName} aria-label={says.evidenceName} maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'reference']}>
                  <Input placeholder={says.reference} aria-label={says.reference} maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'link']}>
                  <Input placeholder={says.link} aria-label={says.link} maxLength={500} />
                </Form.Item>
                <Button type="link" onClick={() => remove(name)}>
                  {says.remove}
                </Button>
              </div>
            ))}
            <Button size="small" onClick={() => add({ name: '', reference: '' })}>
              {says.addEvidence}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
