import { dayAfter, dayOf } from '@eduduty/core/calendar'
import type { CaseStepView } from '@eduduty/core/enrolment'
import type { CaseworkField } from '@eduduty/core/packs'
import { Form, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { oneCaseMessages } from './case-messages.ts'

const says = oneCaseMessages.steps

/** Up to so many choices stand side by side; more are chosen from a list. */
const FEW = 4

interface StepFieldsProps {
  readonly asks: readonly CaseworkField[]
  /** For a thumb: every choice is a button of its own. */
  readonly isPhone?: boolean
  /** Which field is the last day of what follows. */
  readonly due?: CaseStepView['due'] | undefined
}

/** The fields that a definition asks, in its words and order. */
export function StepFields({ asks, isPhone = false, due }: StepFieldsProps): ReactNode {
  return asks.map((field) => (
    <Form.Item
      key={field.id}
      name={['fields', field.id]}
      label={field.title}
      rules={field.required === true ? [{ required: true, whitespace: true, message: says.required }] : []}
      {...(field.id === due?.field && { extra: says.due(due.proposed) })}
    >
      {field.id === due?.field ? <DateField min={dayAfter(dayOf(new Date()))} /> : controlOf(field, isPhone)}
    </Form.Item>
  ))
}

function controlOf({ type, choices = [] }: CaseworkField, isPhone: boolean): ReactNode {
  switch (type) {
    case '文字':
      return <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} maxLength={1000} showCount />
    case '日期':
      return <DateField />
    case '选择':
      return isPhone || choices.length <= FEW ? (
        <Radio.Group
          className={isPhone ? 'visit-choices' : ''}
          optionType={isPhone ? 'button' : 'default'}
          options={[...choices]}
        />
      ) : (
        <Select options={choices.map((value) => ({ value, label: value }))} />
      )
  }
}
