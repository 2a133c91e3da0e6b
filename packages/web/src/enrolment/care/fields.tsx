import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { childMessages as says } from './child-messages.ts'

interface WordsProps {
  readonly name: string | readonly (string | number)[]
  readonly label: string
  /** Several lines. */
  readonly isLong?: boolean
  readonly isOptional?: boolean
  readonly hint?: string
  readonly max?: number
}

/** A text of a form, with one rule: it has to be there unless said otherwise. */
export function WordsField({ name, label, isLong = false, isOptional = false, hint, max }: WordsProps): ReactNode {
  const rules = isOptional ? [] : [{ required: true, whitespace: true, message: says.required(label) }]
  const shared = { placeholder: hint, maxLength: max ?? (isLong ? 2000 : 200) }
  return (
    <Form.Item name={typeof name === 'string' ? name : [...name]} label={label} rules={rules}>
      {isLong ? (
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} {...shared} />
      ) : (
        <Input autoComplete="off" {...shared} />
      )}
    </Form.Item>
  )
}

/** A day of a form. */
export function DayField(props: {
  name: string
  label: string
  isOptional?: boolean
  hint?: string | undefined
}): ReactNode {
  const rules = props.isOptional === true ? [] : [{ required: true, message: says.dayRule }]
  return (
    <Form.Item name={props.name} label={props.label} rules={rules} extra={props.hint}>
      <DateField />
    </Form.Item>
  )
}

/** A draft as it is sent: blanks that may be left out are left out. */
export function bodyOf(draft: object, optional: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(draft).flatMap(([name, value]) => {
      const isBlank = value === undefined || value === null || value === ''
      return isBlank && optional.includes(name) ? [] : [[name, isBlank ? '' : value]]
    }),
  )
}
