import type { PublishRankingBody, Ranking, YearlySet } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/calendar'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useAppraisalDeed } from '../appraisal-queries.ts'
import { yearlyMessages as says } from '../yearly-messages.ts'
import { yearlyPath } from './yearly-queries.ts'

const needed = [{ required: true, whitespace: true, message: says.required }]

/** Number and day of the document that publishes the ranking. */
export function PublishDialog({ set, close }: { set: YearlySet; close: () => void }): ReactNode {
  const change = useAppraisalDeed<Ranking>()
  return (
    <FormDialog<PublishRankingBody>
      title={says.publish}
      hint={says.publishHint}
      okText={says.ok}
      busy={change.isPending}
      initial={{ dated_on: dayOf(new Date()) }}
      submit={(body) =>
        change.mutate({ path: `${yearlyPath(set)}/publication`, body, done: says.publishDone }, { onSuccess: close })
      }
      close={close}
    >
      <Form.Item name="document_no" label={says.fields.document_no} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="dated_on" label={says.fields.dated_on} rules={needed}>
        <DateField />
      </Form.Item>
    </FormDialog>
  )
}
