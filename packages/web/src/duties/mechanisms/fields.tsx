import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { mechanismMessages } from './messages.ts'

const says = mechanismMessages.form

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly optional?: boolean
}

const rulesOf = (optional: boolean | undefined, message: string) =>
  optional === true ? [] : [{ required: true, message }]

export function TextField({ name, label, optional, lines = 1 }: FieldProps & { lines?: number }): ReactNode {
  const rules = optional === true ? [] : [{ required: true, whitespace: true, message: says.required }]
  return (
    <Form.Item name={name} label={label} rules={rules}>
      {lines === 1 ? (
        <Input maxLength={200} />
      ) : (
        <Input.TextArea autoSize={{ minRows: lines, maxRows: 8 }} maxLength={4000} showCount />
      )}
    </Form.Item>
  )
}

export function DayField({ name, label, optional }: FieldProps): ReactNode {
  return (
    <Form.Item name={name} label={label} rules={rulesOf(optional, says.dayRule)}>
      <DateField />
    </Form.Item>
  )
}

interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string | number; readonly label: string }[]
  readonly many?: boolean
}

export function ChoiceField({ name, label, optional, options, many = false }: ChoiceFieldProps): ReactNode {
  return (
    <Form.Item name={name} label={label} rules={rulesOf(optional, says.required)}>
      <Select
        {...(many && { mode: 'multiple' as const })}
        {...(optional === true && { allowClear: true })}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...options]}
      />
    </Form.Item>
  )
}

export const optionsOf = (all: readonly string[]) => all.map((value) => ({ value, label: value }))
