import type { YearlySet } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/calendar'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useAppraisalDeed } from '../appraisal-queries.ts'
import { yearlyMessages as says } from '../yearly-messages.ts'
import { yearlyPath } from './yearly-queries.ts'

interface DocumentDialogProps<Answer> {
  readonly set: YearlySet
  readonly title: string
  readonly hint: string
  readonly okText: string
  /** Below the set. */
  readonly path: string
  readonly done: string | ((answer: Answer) => string)
  readonly initial?: Readonly<Record<string, string>>
  /** What is asked besides the day. */
  readonly children: ReactNode
  readonly close: () => void
}

/** Asks what stands on an official document of a set, and has it made; it bears today's date unless told otherwise. */
export function DocumentDialog<Answer>(props: DocumentDialogProps<Answer>): ReactNode {
  const { set, path, done, initial, children, close, ...words } = props
  const change = useAppraisalDeed<Answer>()
  return (
    <FormDialog<Readonly<Record<string, string>>>
      {...words}
      busy={change.isPending}
      initial={{ ...initial, dated_on: dayOf(new Date()) }}
      submit={(body) => change.mutate({ path: `${yearlyPath(set)}/${path}`, body, done }, { onSuccess: close })}
      close={close}
    >
      {children}
      <Form.Item name="dated_on" label={says.fields.dated_on} rules={[{ required: true, message: says.required }]}>
        <DateField />
      </Form.Item>
    </FormDialog>
  )
}

interface LineProps {
  readonly name: 'document_no' | 'series' | 'office'
  readonly most: number
  readonly pattern?: RegExp
  readonly message?: string
}

/** A line of the document that must be filled in. */
export function DocumentLine({ name, most, pattern, message = says.required }: LineProps): ReactNode {
  const rule = pattern === undefined ? { whitespace: true, min: 2 } : { pattern }
  return (
    <Form.Item name={name} label={says.fields[name]} rules={[{ required: true, message, ...rule }]}>
      <Input maxLength={most} />
    </Form.Item>
  )
}
