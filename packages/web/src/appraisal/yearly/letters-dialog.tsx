import type { IssueLettersBody, LettersIssued, YearlySet } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/calendar'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useAppraisalDeed } from '../appraisal-queries.ts'
import { yearlyMessages as says } from '../yearly-messages.ts'
import { yearlyPath } from './yearly-queries.ts'

const needed = [{ required: true, whitespace: true, min: 2, message: says.required }]
const series = [{ required: true, pattern: /^\S+〔\d{4}〕$/, message: says.seriesRule }]

/** Series, day and office of the letters that are issued. */
export function LettersDialog({ set, close }: { set: YearlySet; close: () => void }): ReactNode {
  const change = useAppraisalDeed<LettersIssued>()
  return (
    <FormDialog<IssueLettersBody>
      title={says.letters}
      hint={says.lettersHint}
      okText={says.lettersOk}
      busy={change.isPending}
      initial={{ dated_on: dayOf(new Date()) }}
      submit={(body) =>
        change.mutate({ path: `${yearlyPath(set)}/letters`, body, done: says.lettersDone }, { onSuccess: close })
      }
      close={close}
    >
      <Form.Item name="series" label={says.fields.series} rules={series}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="office" label={says.fields.office} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="dated_on" label={says.fields.dated_on} rules={needed}>
        <DateField />
      </Form.Item>
    </FormDialog>
  )
}
